using GoogleCheckout.Sandbox.Service;

namespace GoogleCheckout.Sandbox.Journal;

/// <summary>Writes the inputs of one merchant's account to the journal.</summary>
internal sealed class AccountJournal(JournalFile file, string merchantId) : IServiceJournal
{
    public void Append(DateTimeOffset at, ServiceInput input, IReadOnlyList<string> numbers)
    {
        JournalLine line;
        try
        {
            line = InputLines.Write(at, merchantId, input, numbers);
        }
        catch (ArgumentException e)
        {
            throw new IOException($"The journal cannot contain {input.GetType().Name}: {e.Message}", e);
        }

        file.Append(line);
    }
}
