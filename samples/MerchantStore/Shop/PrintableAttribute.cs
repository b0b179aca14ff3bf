using System.ComponentModel.DataAnnotations;
using System.Xml;

namespace MerchantStore.Shop;

/// <summary>A text of one line that can be printed. Control characters fit neither on a label nor into XML, and a line break could add a header to a mail.</summary>
internal sealed class PrintableAttribute() : ValidationAttribute("The {0} has characters that cannot be printed.")
{
    public override bool IsValid(object? value) =>
        value is not string text || text.All(letter => !char.IsControl(letter) && (XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}
