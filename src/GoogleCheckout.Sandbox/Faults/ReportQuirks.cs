using System.Xml.Linq;

namespace GoogleCheckout.Sandbox.Faults;

/// <summary>Quirks of the answers to reports.</summary>
internal static class ReportQuirks
{
    private const string History = "notification-history-response";

    /// <summary>A notification inside a history; a document of another kind stays as it is.</summary>
    public static XElement Wrapped(XElement root) => root.Name.LocalName.EndsWith("-notification", StringComparison.Ordinal)
        ? WireXml.New(History, new XAttribute("serial-number", $"of-{root.Attribute("serial-number")?.Value}"), WireXml.New("notifications", root))
        : root;

    public static void PutFirstBesideTheList(XElement root)
    {
        if (root.Name.LocalName == History && root.Element(WireXml.Namespace + "notifications")?.Elements().FirstOrDefault() is { } first)
        {
            first.Remove();
            root.Add(first);
        }
    }

    public static void PageAsBefore(XElement root)
    {
        if (root.Name.LocalName == History)
        {
            var token = root.Element(WireXml.Namespace + "next-page-token");
            root.Add(WireXml.New("has-more-notifications", token is not null));
            token?.Name = WireXml.Namespace + "continue-token";
        }
    }
}
