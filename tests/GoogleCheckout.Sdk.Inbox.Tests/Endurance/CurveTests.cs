using NUnit.Framework;

namespace GoogleCheckout.Endurance;

/// <summary>The judge of the runs sees what it is there to see.</summary>
public class CurveTests
{
    [Test]
    public void Grows_OneMoreAtEachSample_IsTrue() =>
        Assert.That(Create(tolerance: 5, Enumerable.Range(0, 60).Select(i => 100.0 + i)).Grows, Is.True);

    [Test]
    public void Grows_AlwaysTheSame_IsFalse() =>
        Assert.That(Create(tolerance: 0, Enumerable.Repeat(100.0, 60)).Grows, Is.False);

    [Test]
    public void Grows_Falling_IsFalse() =>
        Assert.That(Create(tolerance: 0, Enumerable.Range(0, 60).Select(i => 100.0 - i)).Grows, Is.False);

    [Test]
    public void Grows_OnlyInTheFirstThird_IsFalse() =>
        Assert.That(Create(tolerance: 0, Enumerable.Range(0, 60).Select(i => Math.Min(i, 20.0))).Grows, Is.False);

    [Test]
    public void Grows_PeaksInTheLastThird_IsFalse() =>
        Assert.That(Create(tolerance: 0, [10, 10, 10, 10, 10, 10, 10, 90, 10]).Grows, Is.False);

    [TestCase(15.0, false)]
    [TestCase(15.1, true)]
    public void Grows_LastThirdAtTheTolerance_IsTrueOnlyAboveIt(double last, bool grows) =>
        Assert.That(Create(tolerance: 5, [0, 0, 10, 10, last, last]).Grows, Is.EqualTo(grows));

    [Test]
    public void Grows_DipsInTheMiddleThird_IsFalse() =>
        Assert.That(Create(tolerance: 0, [10, 10, 10, 10, 10, 10, 10, 0, 10, 10, 10, 10, 10, 10, 10]).Grows, Is.False);

    [Test]
    public void Middle_EightValues_IsTheThirdLowest()
    {
        var curve = Create(tolerance: 0, [0, 0, 0, 0, 0, 0, 0, 0, 8, 1, 7, 2, 6, 3, 5, 4, 50, 60, 70, 80, 10, 20, 30, 40]);

        Assert.That((curve.Middle, curve.Last), Is.EqualTo((3.0, 30.0)));
    }

    [Test]
    public void Last_NumberOfValuesNotDivisibleByThree_CountsTheRestToTheLastThird() =>
        Assert.That(Create(tolerance: 0, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).Last, Is.EqualTo(7));

    [Test]
    public void Grows_TwoValues_Throws() =>
        Assert.That(() => Create(tolerance: 0, [1, 2]).Grows, Throws.InvalidOperationException.With.Message.EqualTo("The curve of the handles has 2 values, and needs 3."));

    [Test]
    public void From_Samples_HasACurveForEachKind()
    {
        var work = new Work(0, 0, 0, 0, 0);
        var curves = Curve.From([.. Enumerable.Range(1, 3).Select(i => new Sample(i, i, 10 * i, i / 2.0, 100 * i, work))]);

        Assert.That(
            curves.Select(curve => (curve.Name, curve.Values[1])),
            Is.EqualTo(new[] { ("handles", 2.0), ("connections", 20.0), ("heap", 1.0), ("threads", 200.0) }));
    }

    private static Curve Create(double tolerance, IEnumerable<double> values) => new("handles", string.Empty, tolerance, [.. values]);
}
