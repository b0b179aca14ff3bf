using System.Xml.Linq;

namespace GoogleCheckout.Client;

/// <summary>A request as it arrived.</summary>
internal sealed record StubRequest(Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public XElement Xml => XElement.Parse(Body);
}
