using System.Text.Json;
using CustomerCentre.Data;
using CustomerCentre.Data.Mapping;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>Everything that is kept about a person, without secrets and without what belongs to others. The account is the first.</summary>
internal static class MyDataParts
{
    public static readonly IReadOnlyList<MyDataPart> All =
    [
        new("account", my => my.All(my.Db.Users.Where(account => account.Id == my.Id).Select(account => new
        {
            account.Id,
            account.Email,
            NewEmail = my.Db.EmailChanges.Where(change => change.AccountId == my.Id).Select(change => change.Email).FirstOrDefault(),
            account.Name,
            account.Language,
            account.CreatedAt,
            HasPassword = account.PasswordHash != null,
            AuthenticatorSince = my.Db.SecondFactors.Where(factor => factor.AccountId == my.Id).Select(factor => factor.AppSince).FirstOrDefault(),
            MailedCodesSince = my.Db.SecondFactors.Where(factor => factor.AccountId == my.Id).Select(factor => factor.MailSince).FirstOrDefault(),
        }), account => new
        {
            account.Id,
            account.Email,
            NewEmail = account.NewEmail?.Value,
            account.Name,
            account.Language,
            account.CreatedAt,
            account.HasPassword,
            HasSecondFactor = (account.AuthenticatorSince ?? account.MailedCodesSince) is not null,
            account.AuthenticatorSince,
            account.MailedCodesSince,
        })),
        new("otherEmails", my => my.All(my.Db.Users.Where(joined => joined.JoinedIntoId == my.Id).Select(joined => new { joined.Email, joined.JoinedAt }))),
        new("passkeys", my => my.All(my.Db.PasskeysOf(my.Id)
            .Select(passkey => new { passkey.Data.Name, passkey.Data.CreatedAt, UsedAt = EF.Property<DateTimeOffset?>(passkey, PasskeyMapping.UsedAt) }))),
        new("sessions", my => my.Next(my.Db.Sessions.Where(session => session.AccountId == my.Id && session.Id > my.After).OrderBy(session => session.Id), session => session.Id,
            session => new { session.OpenedAt, session.SeenAt, session.EndedAt, session.Address, Device = DeviceWords.Of(session.Device), UserAgent = session.Device })),
        new("trustedBrowsers", my => my.Next(my.Db.TrustedBrowsers.Where(browser => browser.AccountId == my.Id && browser.Id > my.After).OrderBy(browser => browser.Id), browser => browser.Id,
            browser => new { browser.CreatedAt, browser.ExpiresAt, browser.Address, Device = DeviceWords.Of(browser.Device), UserAgent = browser.Device })),
        new("oldAccounts", my => my.All(my.Db.JoinedServices.Where(joined => joined.AccountId == my.Id), joined => new { joined.Service, Email = joined.NormalizedEmail, joined.JoinedAt })),
        new("oldPasswords", my => my.All(my.Db.OldPasswords.Where(old => old.NormalizedEmail == my.Email.Normalized)
            .Select(old => new { old.Service, old.Email, old.EmailConfirmed, old.ChangedAt, old.ImportedAt }),
            old => new { old.Service, Email = old.Email.Value, old.EmailConfirmed, old.ChangedAt, old.ImportedAt })),
        new("joins", my => my.Next(my.Db.AccountJoins.Where(join => join.AccountId == my.Id && join.Id > my.After).OrderBy(join => join.Id), join => join.Id,
            join => new { Email = join.Email.Value, join.ExpiresAt })),
        new("cases", my => my.Next(my.Db.AccountCases.Where(kept => kept.AccountId == my.Id && kept.Id > my.After).OrderBy(kept => kept.Id), kept => kept.Id,
            kept => new { Kind = $"{kept.Kind}", Email = kept.Email?.Value, kept.OpenedAt, kept.ApprovedAt, kept.StoppedAt, kept.DoneAt })),
        new("serviceNames", my => my.All(my.Db.ServiceSubjects.Where(known => known.AccountId == my.Id), known => new { Service = known.ClientId, KnowsYouAs = known.Subject })),
        new("serviceVisits", my => my.Next(my.Db.ServiceVisits.Where(visit => visit.AccountId == my.Id && visit.Id > my.After).OrderBy(visit => visit.Id), visit => visit.Id,
            visit => new { Service = visit.ClientId, visit.UsedAt, visit.EndedAt })),
        new("serviceConsents", ServiceConsents),
        new("cookieConsents", my => my.Next(my.Db.Consents.Where(consent => consent.AccountId == my.Id && consent.Id > my.After).OrderBy(consent => consent.Id), consent => consent.Id,
            consent => new { consent.At, Allowed = $"{consent.Groups}", consent.TextVersion, consent.Reference })),
        .. MyDeeds.All,
        new("mails", my => my.Next(my.Db.Outbox.Where(mail => mail.To == my.Email && mail.Id > my.After).OrderBy(mail => mail.Id)
            .Select(mail => new { mail.Id, mail.Kind, mail.Subject, mail.CreatedAt, mail.SentAt }), mail => mail.Id, mail => new { mail.Kind, mail.Subject, mail.CreatedAt, mail.SentAt })),
        new("events", my => my.Next(my.Db.Audit.Where(entry => (entry.AccountId == my.Id || entry.SubjectId == my.Id) && entry.Id > my.After).OrderBy(entry => entry.Id), entry => entry.Id,
            entry => new { entry.At, entry.Event, Words = EventWords.Of(entry.Event), ByYou = entry.AccountId == my.Id })),
    ];

    private static async Task<ExportMyData.Answer> ServiceConsents(MyDataReading my)
    {
        // A service may know the person by the id of an account that was joined into this one.
        var known = await my.Db.ServiceSubjects.Where(name => name.AccountId == my.Id).Select(name => name.Subject).ToListAsync(my.Token);
        var names = known.Append(my.Id).Select(id => $"{id}").ToList();
        return await my.Next(my.Db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>()
                .Where(consent => names.Contains(consent.Subject!) && consent.Type == OpenIddictConstants.AuthorizationTypes.Permanent && consent.Id > my.After).OrderBy(consent => consent.Id)
                .Select(consent => new { consent.Id, Service = consent.Application!.ClientId, consent.Scopes, consent.CreationDate, consent.Status }), consent => consent.Id,
            consent => new { consent.Service, Allowed = JsonSerializer.Deserialize<JsonElement>(consent.Scopes ?? "[]"), At = consent.CreationDate, consent.Status });
    }
}
