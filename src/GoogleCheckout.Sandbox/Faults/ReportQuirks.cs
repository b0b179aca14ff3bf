using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Quirks of reports. The edits may change their argument in place.</summary>
internal static class ReportQuirks
{
    private const string History = "notification-history-response";

    /// <summary>Returns the quirk's edit of a report; null if the quirk applies to notifications.</summary>
    public static Func<XElement, XElement>? Find(Quirk quirk) => quirk switch
    {
        Quirk.WrappedNotification => Wrap,
        Quirk.NotificationBesideTheList => MoveFirstOutOfList,
        Quirk.HistoryWithoutSerialNumber => RemoveSerialNumber,
        Quirk.OlderPaging => UseOlderPaging,
        _ => null,
    };

    private static XElement Wrap(XElement root) => WireXml.IsNotification(root)
        ? WireXml.New(History, new XAttribute("serial-number", $"of-{root.Attribute("serial-number")?.Value}"), WireXml.New("notifications", root))
        : root;

    private static XElement MoveFirstOutOfList(XElement root)
    {
        if (root.Name.LocalName == History && root.Element(WireXml.Namespace + "notifications")?.Elements().FirstOrDefault() is { } first)
        {
            first.Remove();
            root.Add(first);
        }

        return root;
    }

    private static XElement RemoveSerialNumber(XElement root)
    {
        if (root.Name.LocalName == History)
        {
            root.Attributes("serial-number").Remove();
        }

        return root;
    }

    private static XElement UseOlderPaging(XElement root)
    {
        if (root.Name.LocalName == History)
        {
            var token = root.Element(WireXml.Namespace + "next-page-token");
            root.Add(WireXml.New("has-more-notifications", token is not null));
            token?.Name = WireXml.Namespace + "continue-token";
        }

        return root;
    }
}
