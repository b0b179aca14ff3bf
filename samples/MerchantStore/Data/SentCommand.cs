using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Data;

/// <summary>A command to Google Checkout, for the page of its order.</summary>
internal sealed class SentCommand
{
    private const int MaxAnswerLength = 1000;

    /// <summary>The id of the form, or of the automatic decision, that the command is of. It is also the command's key in the outbox.</summary>
    public required string Id { get; init; }

    public required string OrderNumber { get; init; }

    public DateTimeOffset SentAt { get; init; }

    /// <summary>The command in words, for example "Charge 12.50 USD".</summary>
    public required string What { get; init; }

    public SentCommandState State { get; set; }

    /// <summary>The response of Google Checkout, or why there is none.</summary>
    public string? Answer { get; set; }

    /// <summary>Returns an answer with at most 1,000 characters: other people write it, the service or who stands for it.</summary>
    public static string? Cut(string? answer) => answer is { Length: > MaxAnswerLength } ? $"{answer.AsSpan(0, MaxAnswerLength)}..." : answer;

    internal sealed class Table : IEntityTypeConfiguration<SentCommand>
    {
        public void Configure(EntityTypeBuilder<SentCommand> command) => command.HasIndex(each => new { each.OrderNumber, each.SentAt });
    }
}
