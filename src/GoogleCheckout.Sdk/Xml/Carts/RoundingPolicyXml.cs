using System.Xml.Linq;
using GoogleCheckout.Carts;

namespace GoogleCheckout.Xml.Carts;

internal static class RoundingPolicyXml
{
    public static readonly EnumText<RoundingMode> Modes = new(
        (RoundingMode.Up, "UP"),
        (RoundingMode.Down, "DOWN"),
        (RoundingMode.Ceiling, "CEILING"),
        (RoundingMode.Floor, "FLOOR"),
        (RoundingMode.HalfUp, "HALF_UP"),
        (RoundingMode.HalfDown, "HALF_DOWN"),
        (RoundingMode.HalfEven, "HALF_EVEN"),
        (RoundingMode.Unnecessary, "UNNECESSARY"));

    public static readonly EnumText<RoundingRule> Rules = new(
        (RoundingRule.PerLine, "PER_LINE"),
        (RoundingRule.Total, "TOTAL"),
        (RoundingRule.PerItem, "PER_ITEM"));

    public static RoundingPolicy Read(WireElement element) => new()
    {
        Mode = Modes.Parse(element.RequiredText(Elements.Mode)),
        Rule = Rules.Parse(element.RequiredText(Elements.Rule)),
    };

    public static void Write(WireWriter writer, XName name, RoundingPolicy policy)
    {
        writer.Start(name);
        writer.Enum(Elements.Mode, policy.Mode, Modes);
        writer.Enum(Elements.Rule, policy.Rule, Rules);
        writer.End();
    }
}
