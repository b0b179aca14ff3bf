using System.Data.Common;

namespace MerchantStore;

/// <summary>Creates ADO.NET commands with their parameters.</summary>
internal static class Sql
{
    public static DbCommand Statement(this DbConnection connection, string text, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    public static DbCommand Statement(this DbTransaction transaction, string text, params (string Name, object? Value)[] values)
    {
        var command = transaction.Connection!.Statement(text, values);
        command.Transaction = transaction;
        return command;
    }

    /// <summary>Returns the column's value; null if it is NULL.</summary>
    public static T? GetOrNull<T>(this DbDataReader row, string column)
        where T : class =>
        row[column] as T;
}
