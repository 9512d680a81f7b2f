using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Records;

namespace CustomerCentre.Mail;

/// <summary>Puts mail into the transaction of the deed it tells about; delivery comes later.</summary>
public sealed class Outbox(CustomerCentreDb db, TimeProvider time)
{
    /// <summary>Adds a mail, written in the receiver's language. Saved with the caller's changes.</summary>
    /// <param name="to">Receiver.</param>
    /// <param name="language">cs, en or sk.</param>
    /// <param name="write">Writes the letter; runs in the receiver's language.</param>
    public void Add(EmailAddress to, string language, Func<Letter> write)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var (letter, now) = (write(), time.GetUtcNow());
            db.Outbox.Add(new OutgoingMail
            {
                Id = Guid.CreateVersion7(now), To = to, Kind = letter.Kind, Subject = letter.Subject,
                Text = string.Join("\n\n", letter.Paragraphs), Html = null, CreatedAt = now, DueAt = now,
            });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
