namespace GoogleCheckout.Sandbox.Infrastructure;

/// <summary>Writes messages to memory.</summary>
internal static class MessageBytes
{
    /// <summary>Returns the message as a document, without a copy of the stream's bytes.</summary>
    /// <exception cref="ArgumentException">The message contains what XML cannot contain.</exception>
    public static ReadOnlyMemory<byte> Of(CheckoutMessage message)
    {
        using var document = new MemoryStream();
        CheckoutXml.Write(message, document);
        return document.GetBuffer().AsMemory(0, (int)document.Length);
    }
}
