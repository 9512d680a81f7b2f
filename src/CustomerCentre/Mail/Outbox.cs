using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Records;

namespace CustomerCentre.Mail;

/// <summary>Puts mail into the transaction of the deed it tells about; delivery comes later.</summary>
public sealed class Outbox(CustomerCentreDb db, LetterLayout layout, TimeProvider time)
{
    /// <summary>Adds a mail, written in the receiver's language. Saved with the caller's changes.</summary>
    /// <param name="to">Receiver.</param>
    /// <param name="language">cs, en or sk.</param>
    /// <param name="write">Writes the letter; runs in the receiver's language.</param>
    /// <param name="customerId">The customer it is about, so that staff find it there.</param>
    public void Add(EmailAddress to, string language, Func<Letter> write, Guid? customerId = null) =>
        Add(Guid.CreateVersion7(time.GetUtcNow()), to, language, write, customerId);

    /// <summary>Adds a mail under an id of the caller's, who can so find out whether it was written before.</summary>
    public void Add(Guid id, EmailAddress to, string language, Func<Letter> write, Guid? customerId = null)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var (letter, now) = (write(), time.GetUtcNow());
            var (text, html) = layout.Render(letter);
            db.Outbox.Add(new OutgoingMail
            {
                Id = id,
                To = to,
                CustomerId = customerId,
                Kind = letter.Kind,
                Subject = letter.Subject,
                Text = text,
                Html = html,
                CreatedAt = now,
                DueAt = now,
            });
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }
}
