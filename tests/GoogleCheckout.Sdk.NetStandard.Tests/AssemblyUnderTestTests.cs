using System.Reflection;
using System.Runtime.Versioning;
using NUnit.Framework;

namespace GoogleCheckout;

/// <summary>Verifies that this project tests the .NET Standard assembly.</summary>
public class AssemblyUnderTestTests
{
    [Test]
    public void AssemblyUnderTest_TargetsNetStandard()
    {
        var framework = typeof(CheckoutMessage).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!;

        Assert.That(framework.FrameworkName, Is.EqualTo(".NETStandard,Version=v2.0"));
    }
}
