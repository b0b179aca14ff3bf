using System.Reflection;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>Proves that this project tests what its name says.</summary>
public class AssemblyUnderTestTests
{
    [Test]
    public void AssemblyUnderTest_IsTheOneForNetStandard()
    {
        var framework = typeof(CheckoutMessage).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!;

        Assert.That(framework.FrameworkName, Is.EqualTo(".NETStandard,Version=v2.0"));
    }
}
