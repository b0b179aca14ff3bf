using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using GoogleCheckout.Carts;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>The conventions of public types.</summary>
public class SdkTypeTests
{
    // Services can be replaced in tests. The exception is the base class of other exceptions.
    private static readonly string[] OpenOnPurpose = ["CheckoutClient", "CheckoutException", "NotificationDispatcher", "NotificationReceiver", "OrderReconciler"];

    // Merchants derive their calculator from it; it is not a message.
    private static readonly string[] DerivedByShops = ["MerchantCalculator"];

    // Settings: a program chooses them; no message contains them.
    private static readonly Enum[] DefaultSettings = [CheckoutButtonKind.Checkout, CheckoutButtonSize.Small, CheckoutButtonStyle.White, ReconciliationMode.Send];

    private static readonly Type[] PublicTypes = typeof(CheckoutMessage).Assembly.GetExportedTypes();

    [Test]
    public void Types_AreSealedUnlessListed()
    {
        var open = PublicTypes.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.Name);

        Assert.That(open, Is.SubsetOf(OpenOnPurpose));
    }

    [Test]
    public void AbstractTypes_CannotBeDerivedFromOutside()
    {
        var derivable = PublicTypes
            .Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: false })
            .Where(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                .Any(constructor => !constructor.IsPrivate && !constructor.IsFamilyAndAssembly && !constructor.IsAssembly && !IsCopyConstructor(constructor, type)))
            .Select(type => type.Name);

        Assert.That(derivable, Is.EqualTo(DerivedByShops), "a message of another assembly's has no codec");
    }

    [Test]
    public void Records_AreImmutable()
    {
        var mutable = PublicTypes.Where(IsRecord)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.That(mutable, Is.Empty);
    }

    [Test]
    public void Types_HaveNoPublicFieldsExceptConstants()
    {
        var fields = PublicTypes.Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}");

        Assert.That(fields, Is.Empty);
    }

    [Test]
    public void ListsOfRecords_AreReadOnlyAndEmptyByDefault()
    {
        var wrong = PublicTypes.Where(type => IsRecord(type) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .SelectMany(type => type.GetProperties().Where(IsList), (type, property) => (Record: Activator.CreateInstance(type)!, Property: property))
            .Where(list => list.Property.PropertyType.GetGenericTypeDefinition() != typeof(IReadOnlyList<>) || list.Property.GetValue(list.Record) is null)
            .Select(list => $"{list.Record.GetType().Name}.{list.Property.Name}");

        Assert.That(wrong, Is.Empty);
    }

    // One rule for all enumerations. In protocol vocabularies, 0 is Unknown, because a message may contain an undefined word.
    // In settings, 0 is the default. A schema violation always has a kind. The tests of the other packages check their enumerations.
    [Test]
    public void Enumerations_AreUnknownOrTheDefaultSettingAtZero()
    {
        var without = PublicTypes.Where(type => type.IsEnum && type != typeof(SchemaViolationKind) && Enum.GetName(type, 0) != "Unknown");

        Assert.That(without, Is.EquivalentTo(DefaultSettings.Select(value => value.GetType())));
        Assert.That(DefaultSettings.Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture)), Is.All.Zero);
    }

    [Test]
    public void RecordsWithLists_DocumentHowListsAreCompared()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(CheckoutMessage).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Value);
        var silent = PublicTypes.Where(type => IsRecord(type) && type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(IsList))
            .Where(type => !typeof(CheckoutMessage).IsAssignableFrom(type) && !documentation[$"T:{type.FullName}"].Contains("lists are compared by reference", StringComparison.Ordinal))
            .Select(type => type.Name);

        Assert.That(documentation["T:GoogleCheckout.CheckoutMessage"], Does.Match(@"lists are\s+compared by reference"), "which all messages have from there");
        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Types_AreInTheNamespacesOfTheirFolders()
    {
        string[] namespaces =
        [
            "GoogleCheckout",
            "GoogleCheckout.Archives",
            "GoogleCheckout.Calculations",
            "GoogleCheckout.Callbacks",
            "GoogleCheckout.Carts",
            "GoogleCheckout.Notifications",
            "GoogleCheckout.Orders",
            "GoogleCheckout.Reports",
            "Microsoft.Extensions.DependencyInjection",
        ];

        Assert.That(PublicTypes.Select(type => type.Namespace).Distinct(), Is.SubsetOf(namespaces), "what is in Xml and Http is internal");
    }

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static bool IsCopyConstructor(ConstructorInfo constructor, Type type) =>
        constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static bool IsList(PropertyInfo property) =>
        property.PropertyType != typeof(string)
        && property.PropertyType.IsGenericType
        && typeof(System.Collections.IEnumerable).IsAssignableFrom(property.PropertyType);
}
