using System.Xml;

namespace GoogleCheckout.Xml;

// Content that is not elements of the message: private data, elements inside a text, and elements that the protocol does not have.
internal sealed partial class DocumentReader
{
    private void StartMarkup(string surroundingNamespace)
    {
        _markup = new MarkupCopy(surroundingNamespace, budget);
        _markupDepth = reader.Depth;
    }

    // All elements inside are deeper than the open element, so its end is the first end element at its depth.
    private void AddMarkup(MarkupCopy markup)
    {
        if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == _markupDepth)
        {
            _markup = null;
            EndElement(markup.ToString());
            return;
        }

        if (reader.NodeType == XmlNodeType.Element)
        {
            ElementLimits.Check(reader);
        }

        markup.Append(reader);
    }

    // The elements inside a text are not elements of the message. The text inside them belongs to the text around them.
    private void StartMixed()
    {
        _document.SetHasMarkup(_open);
        _mixedDepth = reader.Depth - 1;
        AddMixed();
    }

    private void AddMixed()
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                ElementLimits.Check(reader);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                _text.Add(reader.Value);
                break;
            case XmlNodeType.EndElement when reader.Depth == _mixedDepth:
                _mixedDepth = None;
                EndElement();
                break;
            default:
                break;
        }
    }
}
