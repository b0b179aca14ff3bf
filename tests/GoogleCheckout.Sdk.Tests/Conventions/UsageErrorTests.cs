using System.Reflection;
using System.Runtime.CompilerServices;
using GoogleCheckout.Callbacks;
using GoogleCheckout.Notifications;
using GoogleCheckout.Orders;
using NUnit.Framework;

namespace GoogleCheckout.Conventions;

/// <summary>A null argument throws in the call of an asynchronous method, not in its task.</summary>
public class UsageErrorTests
{
    [TestCaseSource(nameof(NullArguments))]
    public void NullArgument_ThrowsInTheCall(MethodInfo method, ParameterInfo parameter)
    {
        using var client = new CheckoutClient(new CheckoutOptions { MerchantId = "1", MerchantKey = "key" });

        // The other services check their arguments first, so the object needs no state.
        var target = method.IsStatic ? null : method.DeclaringType == typeof(CheckoutClient) ? client : RuntimeHelpers.GetUninitializedObject(method.DeclaringType!);
        var arguments = method.GetParameters().Select(each => each == parameter ? null : Value(each)).ToArray();

        var exception = Assert.Throws<TargetInvocationException>(() => method.Invoke(target, arguments))!.InnerException;

        Assert.That(exception, Is.InstanceOf<ArgumentException>());
    }

    private static IEnumerable<TestCaseData> NullArguments()
    {
        var nullability = new NullabilityInfoContext();
        return new[] { typeof(CheckoutClient), typeof(CheckoutXml), typeof(NotificationReceiver), typeof(NotificationDispatcher), typeof(CallbackEndpoint), typeof(OrderReconciler) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !method.IsGenericMethod)
            .SelectMany(method => method.GetParameters(), (method, parameter) => (Method: method, Parameter: parameter))
            .Where(each => !each.Parameter.ParameterType.IsValueType && nullability.Create(each.Parameter).WriteState == NullabilityState.NotNull)
            .Select(each => new TestCaseData(each.Method, each.Parameter).SetArgDisplayNames($"{each.Method.DeclaringType!.Name}.{each.Method.Name}", each.Parameter.Name!));
    }

    private static object? Value(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "841171949013218"
        : parameter.ParameterType == typeof(IEnumerable<string>) ? new[] { "item" }
        : parameter.ParameterType == typeof(IEnumerable<ItemShippingInformation>) ? new[] { new ItemShippingInformation { ItemId = new() { MerchantItemId = "item" } } }
        : parameter.ParameterType.IsAssignableFrom(typeof(ChargeAmountNotification)) ? SampleNotifications.Charge
        : parameter.ParameterType == typeof(Stream) ? Stream.Null
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
        : RuntimeHelpers.GetUninitializedObject(parameter.ParameterType);
}
