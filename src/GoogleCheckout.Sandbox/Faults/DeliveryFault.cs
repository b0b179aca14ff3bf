using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using GoogleCheckout.Notifications;
using GoogleCheckout.Sandbox.Faults;

namespace GoogleCheckout.Sandbox;

/// <summary>
/// A fault to inject into the delivery of a notification, for <see cref="SandboxFaults.OnDelivery(Func{Notification, bool}, DeliveryFault, int?)"/>.
/// The merchant receives the changed document, pushed or in a report. <see cref="SandboxDelivery.Notification"/> and
/// <see cref="SandboxRequest.Response"/> contain the original.
/// </summary>
public sealed class DeliveryFault
{
    private const string EditDescription = "is changed by code";

    private DeliveryFault()
    {
    }

    /// <summary>The effect in words, as the end of a sentence that begins with the notification.</summary>
    internal string Description { get; private init; } = string.Empty;

    internal int MoreTimes { get; private init; }

    internal TimeSpan DelayTime { get; private init; }

    internal bool IsAfterNext { get; private init; }

    internal Func<EditedDocument, EditedDocument>? Change { get; private init; }

    /// <summary>The changes to a report that contains the notification.</summary>
    internal IReadOnlyList<Func<XElement, XElement>> ReportChanges { get; private init; } = [];

    /// <summary>Delivers the notification again after it is acknowledged, with the same serial number.</summary>
    /// <param name="moreTimes">The number of additional deliveries, at least 1.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="moreTimes"/> is less than 1.</exception>
    public static DeliveryFault Duplicate(int moreTimes = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(moreTimes);
        return new()
        {
            Description = moreTimes == 1 ? "is sent again after it is acknowledged" : string.Create(CultureInfo.InvariantCulture, $"is sent {moreTimes} more times after it is acknowledged"),
            MoreTimes = moreTimes,
        };
    }

    /// <summary>Delays the notification. Later notifications of its order do not wait for it. Reports contain it immediately.</summary>
    /// <param name="time">The delay, by the sandbox's clock; more than zero, and at most 365 days.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive, or longer than 365 days.</exception>
    public static DeliveryFault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(365));
        return new() { Description = string.Create(CultureInfo.InvariantCulture, $"is delayed by {time:c}"), DelayTime = time };
    }

    /// <summary>Exchanges the notification with the next one of its order: it is delivered after the next one exists and is acknowledged.</summary>
    /// <returns>The fault.</returns>
    public static DeliveryFault Reorder() => new() { Description = "changes places with the next notification of its order", IsAfterNext = true };

    /// <summary>Replaces the notification.</summary>
    /// <typeparam name="T">The type of notification to edit. Notifications of other types are not changed.</typeparam>
    /// <param name="edit">Returns the notification to send. Use <see cref="EditXml"/> for documents that the SDK cannot write.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="edit"/> is null.</exception>
    public static DeliveryFault Edit<T>(Func<T, T> edit)
        where T : Notification
    {
        ArgumentNullException.ThrowIfNull(edit);
        return FromXmlEdit(EditDescription, root => CheckoutXml.Parse(root) is T notification ? edit(notification).ToXElement() : root);
    }

    /// <summary>Replaces the notification's document.</summary>
    /// <param name="edit">Receives a copy of the document's root, which it may change, and returns the root to send.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="edit"/> is null.</exception>
    public static DeliveryFault EditXml(Func<XElement, XElement> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return FromXmlEdit(EditDescription, edit);
    }

    /// <summary>Changes the document so that it has quirks of real messages.</summary>
    /// <param name="quirks">The quirks, applied in this order.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quirks"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a defined <see cref="Quirk"/>.</exception>
    public static DeliveryFault WithQuirks(params Quirk[] quirks) => WithQuirks((IEnumerable<Quirk>)quirks);

    /// <inheritdoc cref="WithQuirks(Quirk[])"/>
    public static DeliveryFault WithQuirks(IEnumerable<Quirk> quirks)
    {
        ArgumentNullException.ThrowIfNull(quirks);
        Quirk[] chosen = [.. quirks];
        var changes = chosen.Where(quirk => ReportQuirks.Find(quirk) is null).Select(QuirkEdits.Get).ToList();
        return new()
        {
            Description = $"has quirks: {string.Join(", ", chosen.Select(QuirkTexts.GetName))}",
            Change = document => changes.Aggregate(document, (edited, change) => change(edited)),
            ReportChanges = [.. chosen.Select(ReportQuirks.Find).OfType<Func<XElement, XElement>>()],
        };
    }

    /// <summary>Changes the notification to a kind that the protocol does not have.</summary>
    /// <param name="rootName">The name of the root element.</param>
    /// <returns>The fault.</returns>
    /// <exception cref="ArgumentException"><paramref name="rootName"/> is not a valid element name.</exception>
    public static DeliveryFault Unknown(string rootName = "some-new-notification")
    {
        ArgumentException.ThrowIfNullOrEmpty(rootName);
        try
        {
            XmlConvert.VerifyNCName(rootName);
        }
        catch (XmlException e)
        {
            throw new ArgumentException($"'{rootName}' is not a valid element name.", nameof(rootName), e);
        }

        return FromXmlEdit($"is a {rootName}, which the protocol does not have", root =>
        {
            root.Name = root.Name.Namespace + rootName;
            return root;
        });
    }

    private static DeliveryFault FromXmlEdit(string description, Func<XElement, XElement> edit) =>
        new() { Description = description, Change = document => document with { Root = edit(document.Root) ?? throw new InvalidOperationException("An edit returned null.") } };
}
