using System.Globalization;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>
/// The places of what the picture shows, in its own units. Events have equal distances: a review takes a second and an authorization lasts a week,
/// so that an axis of time would show only one of them. Of the events of one second, the picture shows the last, and the table shows all.
/// </summary>
internal sealed class LifePicture
{
    public const int Left = 76;
    public const int PaymentTop = 8;
    public const int DeliveryTop = 42;
    public const int BarHeight = 26;
    public const int MoneyTop = 96;
    public const int MoneyBottom = 172;
    public const int Height = 208;

    private const int StepWidth = 140;
    private const int Right = 12;

    public LifePicture(OrderLife life)
    {
        var steps = life.Steps.Where((step, index) => index == life.Steps.Count - 1 || Format(step.Time) != Format(life.Steps[index + 1].Time)).ToList();
        Width = Left + (StepWidth * steps.Count) + Right;
        Payment = CreateBars(steps, step => (LifeText.OfPayment(step.Financial), LifeText.StyleOf(step.Financial)));
        Delivery = CreateBars(steps, step => (LifeText.OfDelivery(step.Fulfillment), LifeText.StyleOf(step.Fulfillment)));
        var top = steps.SelectMany(step => new[] { step.Charged.Amount, step.Returned.Amount }).Append(life.Total.Amount).Max();
        TotalY = GetY(life.Total.Amount, top);
        Charged = CreateLine(steps, step => step.Charged.Amount, top, first: 0);
        var firstReturn = steps.FindIndex(step => step.Returned.Amount != 0);
        Returned = firstReturn >= 0 ? CreateLine(steps, step => step.Returned.Amount, top, firstReturn) : null;
        Times = [.. steps.Select((step, index) => (Left + (StepWidth * index), Format(step.Time, "MM-dd"), Format(step.Time, "HH:mm:ss")))];
    }

    public int Width { get; }

    /// <summary>The right end of the axes.</summary>
    public int End => Width - Right;

    /// <summary>The states of the payment, each from its first event on.</summary>
    public IReadOnlyList<LifeBar> Payment { get; }

    /// <summary>The states of the delivery.</summary>
    public IReadOnlyList<LifeBar> Delivery { get; }

    /// <summary>The height of the order's total.</summary>
    public int TotalY { get; }

    /// <summary>The path of the charged amount.</summary>
    public string Charged { get; }

    /// <summary>The path of the amount that was refunded and charged back; null if nothing was.</summary>
    public string? Returned { get; }

    public IReadOnlyList<(int X, string Date, string Time)> Times { get; }

    private static List<LifeBar> CreateBars(List<LifeStep> steps, Func<LifeStep, (string Text, string Style)> getState)
    {
        var bars = new List<LifeBar>();
        for (var index = 0; index < steps.Count; index++)
        {
            var (text, style) = getState(steps[index]);
            if (bars.Count > 0 && bars[^1].Text == text)
            {
                bars[^1] = bars[^1] with { Width = bars[^1].Width + StepWidth };
            }
            else
            {
                bars.Add(new LifeBar(Left + (StepWidth * index), StepWidth, text, style));
            }
        }

        return bars;
    }

    // An amount changes at its event, and stays until the next one.
    private static string CreateLine(List<LifeStep> steps, Func<LifeStep, decimal> getAmount, decimal top, int first)
    {
        var points = steps.Skip(first).SelectMany((step, index) =>
        {
            var (x, y) = (Left + (StepWidth * (first + index)), GetY(getAmount(step), top));
            return new[] { (X: x, Y: y), (X: x + StepWidth, Y: y) };
        });
        return "M" + string.Join(" L", points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X} {point.Y}")));
    }

    private static int GetY(decimal amount, decimal top) => top == 0 ? MoneyBottom : MoneyBottom - (int)((MoneyBottom - MoneyTop) * amount / top);

    private static string Format(DateTimeOffset? time, string format = "s") => time?.UtcDateTime.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;
}
