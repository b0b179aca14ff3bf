using MerchantStore.Data;
using MerchantStore.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MerchantStore.Mail;

/// <summary>Writes the recorded mails to files. A live shop sends them here with the <c>SmtpClient</c> of MailKit instead.</summary>
internal sealed partial class MailFiles(IDbContextFactory<StoreContext> stores, IOptionsMonitor<StoreOptions> options, TimeProvider time, ILogger<MailFiles> logger) : BackgroundService
{
    private const int BatchSize = 20;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new RepeatedWork("Writing mails to files", time, logger).RunAsync(WriteAsync, stoppingToken);

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (options.CurrentValue.Mail.Folder is not { Length: > 0 } folder)
        {
            return;
        }

        await using var store = await stores.CreateDbContextAsync(cancellationToken);
        var mails = await store.WaitingMails.OrderBy(mail => mail.CreatedAt).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var mail in mails)
        {
            Directory.CreateDirectory(folder);
            if (ToMessage(mail) is { } message)
            {
                // The name is that of the mail: if the store stops before the row is deleted, the same file is written again. Whoever watches the folder sees whole files only.
                var path = Path.Combine(folder, $"{mail.Id}.eml");
                await message.WriteToAsync(path + ".part", cancellationToken);
                File.Move(path + ".part", path, overwrite: true);
            }

            store.Remove(mail);
            await store.SaveChangesAsync(cancellationToken);
        }
    }

    private MimeMessage? ToMessage(WaitingMail mail)
    {
        if (!MailboxAddress.TryParse(mail.Recipient, out var recipient))
        {
            LogNoAddress(logger, mail.Id);
            return null;
        }

        return new MimeMessage([MailboxAddress.Parse(options.CurrentValue.Mail.From)], [recipient], mail.Subject, new TextPart("plain") { Text = mail.Text }) { Date = mail.CreatedAt };
    }

    [LoggerMessage(1, LogLevel.Warning, "The mail {Id} was dropped: its recipient is not an e-mail address")]
    private static partial void LogNoAddress(ILogger logger, Guid id);
}
