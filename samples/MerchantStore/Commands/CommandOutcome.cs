namespace MerchantStore.Commands;

/// <summary>What became of a command to Google Checkout.</summary>
internal enum CommandOutcome
{
    /// <summary>Written down; the shop sends it by itself.</summary>
    Waiting,

    /// <summary>On its way. A program that ends now does not know what became of it.</summary>
    Sending,

    /// <summary>Google Checkout has taken it.</summary>
    Accepted,

    /// <summary>Google Checkout said no.</summary>
    Refused,

    /// <summary>It never got there.</summary>
    NotSent,

    /// <summary>It may have been carried out; no answer came.</summary>
    Unknown,
}
