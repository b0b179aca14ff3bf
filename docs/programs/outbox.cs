// <program>
using GoogleCheckout;
using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;
using Microsoft.Data.Sqlite;

var builder = WebApplication.CreateBuilder(args);
var database = SqliteFactory.Instance.CreateDataSource("Data Source=shop.db");
builder.Services.AddGoogleCheckout(builder.Configuration);
builder.Services.AddCheckoutOutbox(database);
builder.Services.AddCommandOutcomeHandler<MarkCharged>();
var app = builder.Build();
app.MapPost("/orders/{order}/packed", async (string order, ICheckoutOutbox outbox) =>
{
    await using var connection = await database.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();

    // The changes of your own tables belong to the same transaction.
    var charge = new ChargeOrderRequest { GoogleOrderNumber = order, Amount = new Money(50m, "USD") };
    await outbox.EnqueueAsync(charge, transaction, key: $"charge-{order}");
    await transaction.CommitAsync();
});
app.Run();

internal sealed class MarkCharged : ICommandOutcomeHandler<ChargeOrderRequest>
{
    public async Task HandleAsync(CommandOutcome<ChargeOrderRequest> outcome, CommandOutcomeContext context, CancellationToken cancellationToken)
    {
        await using var command = context.CreateCommand();
        command.CommandText = "UPDATE orders SET charge = @result WHERE google_order_number = @order";
        command.Parameters.Add(new SqliteParameter("@result", outcome.Succeeded ? $"{outcome.AmountMoved} charged" : outcome.Reason));
        command.Parameters.Add(new SqliteParameter("@order", outcome.Command.GoogleOrderNumber));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
// </program>
