namespace MerchantStore.Messages;

/// <summary>The section <c>MessageLog</c> of the configuration.</summary>
internal sealed class MessageLogOptions
{
    /// <summary>How many days a message is kept. Zero keeps none.</summary>
    public int KeptDays { get; set; } = 30;
}
