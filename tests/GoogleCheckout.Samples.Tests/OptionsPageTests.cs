using System.Collections;
using System.Globalization;
using System.Reflection;
using GoogleCheckout.Archives;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Inbox;
using GoogleCheckout.Inbox.Polling;
using GoogleCheckout.Orders;
using GoogleCheckout.Outbox;
using GoogleCheckout.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NUnit.Framework;

namespace GoogleCheckout.Samples;

/// <summary>Compares the tables of docs/options.md with the option classes.</summary>
public class OptionsPageTests
{
    private const string PagePath = "docs/options.md";

    [TestCase(typeof(CheckoutOptions))]
    [TestCase(typeof(OrderReconcilerOptions))]
    [TestCase(typeof(CallbackOptions))]
    [TestCase(typeof(ArchiveOptions))]
    [TestCase(typeof(NotificationInboxOptions))]
    [TestCase(typeof(CheckoutOutboxOptions))]
    [TestCase(typeof(NotificationPollingOptions))]
    [TestCase(typeof(CheckoutSandboxOptions))]
    [TestCase(typeof(SandboxMerchantOptions))]
    [TestCase(typeof(SandboxRules))]
    [TestCase(typeof(SandboxFees))]
    public void Table_OfOptionClass_HasEachOptionWithTypeAndDefault(Type type)
    {
        var defaults = Activator.CreateInstance(type)!;
        var nullability = new NullabilityInfoContext();
        var options = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod?.IsPublic == true || property.GetValue(defaults) is IList)
            .Select(property => $"{property.Name} | {TypeName(nullability.Create(property))} | {DefaultText(property.GetValue(defaults))}");

        Assert.That(Rows(type.Name).Select(row => $"{row["option"]} | {row["type"]} | {row["default"]}"), Is.EquivalentTo(options));
    }

    [Test]
    public void ConfigurationKeys_OfTable_SetTheirOptions()
    {
        Assert.Multiple(() =>
        {
            foreach (var row in Rows(nameof(CheckoutOptions)).Where(row => row["configuration key"].Length > 0))
            {
                var option = typeof(CheckoutOptions).GetProperty(row["option"])!;
                var before = DefaultText(option.GetValue(new CheckoutOptions()));
                var after = option.GetValue(Configured(row["configuration key"], ValueFor(option.PropertyType)));
                Assert.That(after is IList { Count: 1 } ? string.Empty : DefaultText(after), Is.Not.EqualTo(before), row["configuration key"]);
            }
        });
    }

    private static CheckoutOptions Configured(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"GoogleCheckout:{key}", value)]).Build();
        var services = new ServiceCollection();
        services.AddGoogleCheckout(configuration);
        using var provider = services.BuildServiceProvider();
        var options = new CheckoutOptions();
        foreach (var configure in provider.GetServices<IConfigureOptions<CheckoutOptions>>())
        {
            configure.Configure(options);
        }

        return options;
    }

    private static string ValueFor(Type type) =>
        type == typeof(bool) ? "true"
        : type == typeof(TimeSpan) ? "00:00:07"
        : type == typeof(CheckoutEnvironment) ? nameof(CheckoutEnvironment.Sandbox)
        : "text";

    /// <summary>The rows of the table below a heading, each as its cells by the names of their columns.</summary>
    private static List<Dictionary<string, string>> Rows(string heading)
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, PagePath))
            .SkipWhile(line => line != $"## {heading}").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Select(Cells)
            .ToList();
        Assert.That(lines, Has.Count.GreaterThan(2), $"{PagePath} has no table below {heading}");
        return [.. lines.Skip(2).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))];

    private static string TypeName(NullabilityInfo info)
    {
        if (Nullable.GetUnderlyingType(info.Type) is { } value)
        {
            return Keyword(value) + "?";
        }

        var name = info.Type.IsGenericType
            ? $"{info.Type.Name[..info.Type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", info.GenericTypeArguments.Select(TypeName))}>"
            : Keyword(info.Type);
        return !info.Type.IsValueType && info.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }

    private static string Keyword(Type type) =>
        type == typeof(string) ? "string"
        : type == typeof(bool) ? "bool"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(decimal) ? "decimal"
        : type.Name;

    private static string DefaultText(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IList { Count: 0 } => "[]",
        TimeProvider when value == TimeProvider.System => "TimeProvider.System",
        NullLoggerFactory => "NullLoggerFactory.Instance",
        SandboxRules rules when rules == new SandboxRules() => "new()",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
