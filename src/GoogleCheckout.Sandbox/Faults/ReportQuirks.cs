using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Quirks of the answers to reports, which may change the document that they are given.</summary>
internal static class ReportQuirks
{
    private const string History = "notification-history-response";

    /// <summary>What the quirk does to a report; null where it is one of notifications.</summary>
    public static Func<XElement, XElement>? Of(Quirk quirk) => quirk switch
    {
        Quirk.WrappedNotification => Wrap,
        Quirk.NotificationBesideTheList => PutFirstBesideTheList,
        Quirk.HistoryWithoutSerialNumber => LeaveSerialNumber,
        Quirk.OlderPaging => PageAsBefore,
        _ => null,
    };

    private static XElement Wrap(XElement root) => WireXml.IsNotification(root)
        ? WireXml.New(History, new XAttribute("serial-number", $"of-{root.Attribute("serial-number")?.Value}"), WireXml.New("notifications", root))
        : root;

    private static XElement PutFirstBesideTheList(XElement root)
    {
        if (root.Name.LocalName == History && root.Element(WireXml.Namespace + "notifications")?.Elements().FirstOrDefault() is { } first)
        {
            first.Remove();
            root.Add(first);
        }

        return root;
    }

    private static XElement LeaveSerialNumber(XElement root)
    {
        if (root.Name.LocalName == History)
        {
            root.Attributes("serial-number").Remove();
        }

        return root;
    }

    private static XElement PageAsBefore(XElement root)
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
