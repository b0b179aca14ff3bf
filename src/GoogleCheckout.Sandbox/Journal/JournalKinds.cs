namespace GoogleCheckout.Sandbox.Journal;

/// <summary>The kinds of the lines of a journal.</summary>
internal static class JournalKinds
{
    /// <summary>The first line.</summary>
    public const string Header = "journal";

    /// <summary>A process started with the journal.</summary>
    public const string Start = "start";

    /// <summary>The clock was moved.</summary>
    public const string Clock = "clock";

    /// <summary>The settings of the options at a start. They do not apply by themselves.</summary>
    public const string Options = "options";

    /// <summary>The settings that apply from now on.</summary>
    public const string Settings = "settings";

    public const string Cart = "cart";
    public const string Order = "order";
    public const string Command = "command";
    public const string Report = "report";
    public const string Due = "due";
    public const string Delivery = "delivery";
    public const string Chargeback = "chargeback";
    public const string CancelByGoogle = "cancel-by-google";
    public const string CancelByBuyer = "cancel-by-buyer";
    public const string CancelSubscription = "cancel-subscription";
    public const string ReplaceCard = "replace-card";
}
