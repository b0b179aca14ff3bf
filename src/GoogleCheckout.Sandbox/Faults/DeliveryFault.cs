using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// What goes wrong when a notification is delivered, for <see cref="SandboxFaults.OnDelivery(Func{Notification, bool}, DeliveryFault, int?)"/>.
/// A document that is changed is what the merchant gets, pushed or in a report;
/// <see cref="SandboxDelivery.Notification"/> and <see cref="SandboxRequest.Response"/> go on telling what it was before.
/// </summary>
public sealed class DeliveryFault
{
    private DeliveryFault()
    {
    }

    internal int MoreTimes { get; private init; }

    internal TimeSpan DelayTime { get; private init; }

    internal bool IsAfterNext { get; private init; }

    internal Func<EditedDocument, EditedDocument>? Change { get; private init; }

    /// <summary>What becomes of a report that has the notification in it.</summary>
    internal IReadOnlyList<Func<XElement, XElement>> ReportChanges { get; private init; } = [];

    /// <summary>Once it is acknowledged it is delivered again, with the same serial number.</summary>
    /// <param name="moreTimes">How many times more.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not more than zero.</exception>
    public static DeliveryFault Duplicate(int moreTimes = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(moreTimes);
        return new() { MoreTimes = moreTimes };
    }

    /// <summary>It is delivered late; later ones of its order do not wait for it. Reports have it at once.</summary>
    /// <param name="time">How late, by the sandbox's clock; more than zero, and at most 365 days.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no such time.</exception>
    public static DeliveryFault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(365));
        return new() { DelayTime = time };
    }

    /// <summary>It changes places with the next one of its order: it is delivered once that is acknowledged, so not before there is one.</summary>
    public static DeliveryFault Reorder() => new() { IsAfterNext = true };

    /// <summary>The merchant is told something else.</summary>
    /// <typeparam name="T">Which kind of notification to edit; others stay as they are.</typeparam>
    /// <param name="edit">What to tell. See <see cref="EditXml"/> for what the SDK would not write.</param>
    public static DeliveryFault Edit<T>(Func<T, T> edit)
        where T : Notification
    {
        ArgumentNullException.ThrowIfNull(edit);
        return OfXml(root => CheckoutXml.Parse(root) is T notification ? edit(notification).ToXElement() : root);
    }

    /// <summary>The merchant is sent another document.</summary>
    /// <param name="edit">Gets the document's root, a copy that it may change, and returns what to send.</param>
    public static DeliveryFault EditXml(Func<XElement, XElement> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return OfXml(edit);
    }

    /// <summary>The document has quirks of those that real ones were seen with.</summary>
    /// <param name="quirks">Which.</param>
    /// <exception cref="ArgumentNullException"><paramref name="quirks"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a defined <see cref="Quirk"/>.</exception>
    public static DeliveryFault WithQuirks(params Quirk[] quirks) => WithQuirks((IEnumerable<Quirk>)quirks);

    /// <inheritdoc cref="WithQuirks(Quirk[])"/>
    public static DeliveryFault WithQuirks(IEnumerable<Quirk> quirks)
    {
        ArgumentNullException.ThrowIfNull(quirks);
        Quirk[] chosen = [.. quirks];
        var changes = chosen.Where(quirk => ReportQuirks.Of(quirk) is null).Select(QuirkEdits.Of).ToList();
        return new()
        {
            Change = document => changes.Aggregate(document, (edited, change) => change(edited)),
            ReportChanges = [.. chosen.Select(ReportQuirks.Of).OfType<Func<XElement, XElement>>()],
        };
    }

    /// <summary>The notification becomes one of a kind that the protocol does not have.</summary>
    /// <param name="rootName">The name of its root element.</param>
    /// <exception cref="ArgumentException">That is no name of an element.</exception>
    public static DeliveryFault Unknown(string rootName = "some-new-notification")
    {
        ArgumentException.ThrowIfNullOrEmpty(rootName);
        try
        {
            XmlConvert.VerifyNCName(rootName);
        }
        catch (XmlException e)
        {
            throw new ArgumentException($"{rootName} is no name of an element.", nameof(rootName), e);
        }

        return OfXml(root =>
        {
            root.Name = root.Name.Namespace + rootName;
            return root;
        });
    }

    private static DeliveryFault OfXml(Func<XElement, XElement> edit) =>
        new() { Change = document => document with { Root = edit(document.Root) ?? throw new InvalidOperationException("An edit returned null.") } };
}
