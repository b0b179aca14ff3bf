using GoogleCheckout.Architecture.Fixtures;
using NUnit.Framework;

namespace GoogleCheckout.Architecture;

/// <summary>What counts as a use of a type.</summary>
public class TypeUseCollectorTests
{
    private const string Used =
        """
        namespace Sample.Low;
        public class Used : System.Attribute
        {
            public const int Limit = 1;
            public static Used Create() => new();
            public int Count { get; init; }
            public static Used operator +(Used one, Used other) => one;
            public static implicit operator int(Used used) => 0;
            public System.Collections.Generic.List<Used>.Enumerator GetEnumerator() => default;
            public class Inner { }
        }
        public static class Extensions { public static int Double(this int number) => 2 * number; }
        """;

    // A type of the user's folder through which a value of the used type comes.
    private const string Source =
        """
        namespace Sample.Middle;
        public class Source { public static Sample.Low.Used Value => null!; public static object Any => null!; }
        """;

    [TestCase("public Used? Field;", "Used")]
    [TestCase("public System.Collections.Generic.List<Used> Field = [];", "Used")]
    [TestCase("public Used.Inner? Field;", "Used.Inner")]
    [TestCase("public object Call() => typeof(Used);", "Used")]
    [TestCase("public string Call() => nameof(Used.Create);", "Used")]
    [TestCase("public int Call() => Used.Limit;", "Used")]
    [TestCase("public void Call() { var value = Source.Value; }", "Used")]
    [TestCase("public object Call() => Source.Value.Count;", "Used")]
    [TestCase("public bool Call() => Source.Value is { Count: 1 };", "Used")]
    [TestCase("public bool Call() => Source.Any is Used;", "Used")]
    [TestCase("public void Call() { foreach (var item in Source.Value) { } }", "Used")]
    [TestCase("public object Call() => Source.Value + Source.Value;", "Used")]
    [TestCase("public long Call() => Source.Value;", "Used")]
    [TestCase("public int Call() => 1.Double();", "Extensions")]
    [TestCase("[Used] public int Field;", "Used")]
    public void Collect_MemberThatUsesAType_FindsTheType(string member, string type)
    {
        var uses = Collect($$"""
            using Sample.Low;
            namespace Sample.Middle;
            public class User
            {
                {{member}}
            }
            """);

        Assert.That(uses, Does.Contain(new TypeUse("Middle", "Middle/User.cs", 5, type, "Low")));
    }

    [TestCase("/// <summary>See <see cref=\"Used\"/>.</summary>\n")]
    [TestCase("// Used\n")]
    [TestCase("using Sample.Low;\n")]
    public void Collect_MentionOutsideOfCode_FindsNothing(string mention)
    {
        Assert.That(Collect($"{mention}namespace Sample.Middle;\npublic class User;"), Is.Empty);
    }

    [Test]
    public void Collect_PartialTypeInTwoFolders_FindsTheFolderOfTheMember()
    {
        var project = InMemoryProject.Analyze(
            ("Low/Part.cs", "public partial class Part { public static int InLow; }"),
            ("High/Part.Second.cs", "public partial class Part { public static int InHigh; }"),
            ("Middle/User.cs", "public class User { public int Value = Part.InHigh; }"));

        Assert.That(project.Uses.Where(use => use.From == "Middle").Select(use => use.To), Is.EquivalentTo(new[] { "Low", "High" }));
    }

    private static IEnumerable<TypeUse> Collect(string user)
    {
        var project = InMemoryProject.Analyze(("Low/Used.cs", Used), ("Middle/Source.cs", Source), ("Middle/User.cs", user));

        Assert.That(project.Errors, Is.Empty);
        return project.Uses.Where(use => use.File == "Middle/User.cs");
    }
}
