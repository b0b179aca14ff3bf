using System.Reflection;
using GoogleCheckout.Notifications;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>The conventions of public asynchronous methods.</summary>
public class OperationTests
{
    private static readonly Type[] Awaited = [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    private static readonly MethodInfo[] Methods =
    [
        .. typeof(CheckoutMessage).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetBaseDefinition() == method),
    ];

    [TestCaseSource(nameof(Operations))]
    public void AsyncMethod_EndsInAsyncAndTakesATokenLast(MethodInfo operation)
    {
        var last = operation.GetParameters().LastOrDefault();

        Assert.Multiple(() =>
        {
            Assert.That(operation.Name, Does.EndWith("Async"));
            Assert.That(last?.ParameterType, Is.EqualTo(typeof(CancellationToken)));
            Assert.That(last?.Name, Is.EqualTo("cancellationToken"));
            Assert.That(last?.HasDefaultValue, Is.EqualTo(!IsWrittenByUsers(operation)), "a default value, except where users write the method and the SDK calls it");
        });
    }

    [Test]
    public void OtherMethods_DoNotEndInAsync()
    {
        Assert.That(Methods.Where(method => !IsAwaited(method) && method.Name.EndsWith("Async", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Methods_OfManyValues_CanBeCalledFromEveryLanguageVersion()
    {
        var collections = Methods.SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ParamCollectionAttribute"));

        Assert.That(collections, Is.Empty, "params of another type than an array needs C# 13");
    }

    [TestCase(typeof(CheckoutClient))]
    [TestCase(typeof(NotificationDispatcher))]
    [TestCase(typeof(NotificationReceiver))]
    public void Service_CanBeReplacedInTests(Type client)
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                Methods.Where(method => method.DeclaringType == client && !method.IsStatic && !(method.IsVirtual && !method.IsFinal)).Select(method => method.Name),
                Is.SubsetOf(new[] { nameof(IDisposable.Dispose) }),
                "not virtual");
            Assert.That(
                client.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Any(constructor => constructor.IsFamily && constructor.GetParameters().Length == 0),
                Is.True,
                "a constructor for derived classes");
        });
    }

    private static bool IsWrittenByUsers(MethodInfo method) =>
        method.DeclaringType!.IsInterface || method.DeclaringType.GetInterfaces()
            .Where(contract => contract.Assembly == method.DeclaringType.Assembly)
            .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));

    private static IEnumerable<TestCaseData> Operations() => Methods.Where(IsAwaited)
        .Select(method => new TestCaseData(method).SetArgDisplayNames($"{method.DeclaringType!.Name}.{method.Name}"));

    private static bool IsAwaited(MethodInfo method) =>
        Awaited.Contains(method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType);
}
