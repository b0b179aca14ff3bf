using System.Globalization;

namespace GoogleCheckout.Sandbox.Pages;

/// <summary>
/// The places of what the picture shows, in its own units. Events have equal distances: a review takes a second and an authorization lasts a week,
/// so that an axis of time would show only one of them.
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
        Width = Left + (StepWidth * life.Steps.Count) + Right;
        Payment = CreateBars(life, step => (LifeText.OfPayment(step.Financial), LifeText.StyleOf(step.Financial)));
        Delivery = CreateBars(life, step => (LifeText.OfDelivery(step.Fulfillment), LifeText.StyleOf(step.Fulfillment)));
        var top = life.Steps.SelectMany(step => new[] { step.Charged.Amount, step.Returned.Amount }).Append(life.Total.Amount).Max();
        TotalY = GetY(life.Total.Amount, top);
        Charged = CreateLine(life, step => step.Charged.Amount, top);
        Returned = life.Steps.Any(step => step.Returned.Amount != 0) ? CreateLine(life, step => step.Returned.Amount, top) : null;
        Times = [.. life.Steps.Select((step, index) => (Left + (StepWidth * index), Format(step.Time, "MM-dd"), Format(step.Time, "HH:mm:ss")))];
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

    private static List<LifeBar> CreateBars(OrderLife life, Func<LifeStep, (string Text, string Style)> getState)
    {
        var bars = new List<LifeBar>();
        for (var index = 0; index < life.Steps.Count; index++)
        {
            var (text, style) = getState(life.Steps[index]);
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
    private static string CreateLine(OrderLife life, Func<LifeStep, decimal> getAmount, decimal top)
    {
        var points = life.Steps.SelectMany((step, index) =>
        {
            var y = GetY(getAmount(step), top);
            return new[] { (X: Left + (StepWidth * index), Y: y), (X: Left + (StepWidth * (index + 1)), Y: y) };
        });
        return "M" + string.Join(" L", points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X} {point.Y}")));
    }

    private static int GetY(decimal amount, decimal top) => top == 0 ? MoneyBottom : MoneyBottom - (int)((MoneyBottom - MoneyTop) * amount / top);

    private static string Format(DateTimeOffset? time, string format) => time?.UtcDateTime.ToString(format, CultureInfo.InvariantCulture) ?? string.Empty;
}
