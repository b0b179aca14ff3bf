using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>
/// The base of the Razor templates. What a template contains is written as it is; every value in it is encoded. Razor's compiler generates
/// the calls of the protected methods.
/// </summary>
internal abstract class PageTemplate<TModel> : IHtmlContent
{
    private TextWriter _output = TextWriter.Null;
    private HtmlEncoder _encoder = HtmlEncoder.Default;
    private (string Name, string Prefix, string Suffix, bool IsSingle, bool IsWritten) _attribute;

    /// <summary>The values of the template.</summary>
    public required TModel Model { get; init; }

    /// <summary>Writes the template. It completes synchronously: a template has all of its values.</summary>
    public abstract Task ExecuteAsync();

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        (_output, _encoder) = (writer, encoder);
        ExecuteAsync().GetAwaiter().GetResult();
    }

    protected void WriteLiteral(string? markup) => _output.Write(markup);

    protected void Write(string? text) => _encoder.Encode(_output, text ?? string.Empty);

    protected void Write(object? value)
    {
        if (value is IHtmlContent content)
        {
            content.WriteTo(_output, _encoder);
        }
        else
        {
            Write(Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    protected void BeginWriteAttribute(string name, string prefix, int prefixOffset, string suffix, int suffixOffset, int attributeValuesCount)
    {
        _attribute = (name, prefix, suffix, attributeValuesCount == 1, attributeValuesCount != 1);
        if (attributeValuesCount != 1)
        {
            _output.Write(prefix);
        }
    }

    // An attribute whose only value is null or false is left out. True is written as the name: checked="checked".
    protected void WriteAttributeValue(string prefix, int prefixOffset, object? value, int valueOffset, int valueLength, bool isLiteral)
    {
        if (_attribute.IsSingle && value is null or false)
        {
            return;
        }

        if (_attribute.IsSingle)
        {
            _output.Write(_attribute.Prefix);
            _attribute.IsWritten = true;
        }

        _output.Write(prefix);
        if (isLiteral)
        {
            WriteLiteral((string?)value);
        }
        else
        {
            Write(_attribute.IsSingle && value is true ? _attribute.Name : value);
        }
    }

    protected void EndWriteAttribute()
    {
        if (_attribute.IsWritten)
        {
            _output.Write(_attribute.Suffix);
        }
    }
}
