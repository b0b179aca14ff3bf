using System.Text;

namespace GoogleCheckout.Cli.Archives.Reading;

/// <summary>Names of the protocol from names of the SDK.</summary>
internal static class WireWord
{
    /// <summary>Returns the words of a name in Pascal case, in lower case, with a separator between them.</summary>
    public static string Of(string name, char separator)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append(separator);
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    /// <summary>Returns a state as the protocol writes it, for example <c>PAYMENT_DECLINED</c>; empty if it is unknown.</summary>
    public static string OfState<T>(T state)
        where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(state, default) ? string.Empty : Of(state.ToString(), '_').ToUpperInvariant();
}
