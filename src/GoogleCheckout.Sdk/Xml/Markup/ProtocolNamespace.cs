using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>The XML namespaces of the protocol.</summary>
internal static class ProtocolNamespace
{
    /// <summary>The namespace of all elements that are written.</summary>
    public static readonly XNamespace Current = "http://checkout.google.com/schema/2";

    /// <summary>The namespace of the 2006 beta, accepted on reading.</summary>
    public const string Beta = "http://checkout.google.com/schema/2-beta1";

    /// <summary>Returns whether elements of the namespace belong to the protocol.</summary>
    public static bool Contains(string namespaceName) => namespaceName == Current.NamespaceName || namespaceName == Beta;
}
