using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Profile;

/// <summary>What is kept about the person, a part at a time, so that no history is too long. A command, because it is limited and written down.</summary>
public static class ExportMyData
{
    public const int PartSize = 500;

    internal static readonly AttemptLimit PerPerson = new("MyData", 5, TimeSpan.FromHours(1));

    /// <summary>Parts of the file, in its order.</summary>
    public enum Section
    {
        Account,
        Memberships,
        Passkeys,
        Sessions,
        Mails,
        Events,
    }

    /// <param name="Section">Which part; the first counts as the download.</param>
    /// <param name="After">Id of the last row before; nothing for the first.</param>
    [Allow(Policies.InPerson)]
    public sealed record Command(Section Section, Guid? After) : IRequest<Result<Answer>>;

    /// <param name="Rows">Rows to be written as they are.</param>
    /// <param name="Last">Id to go on after; nothing when this was all.</param>
    public sealed record Answer(IReadOnlyList<object> Rows, Guid? Last);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Section).IsInEnum();
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, Attempts attempts, AuditTrail audit) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.Section == Section.Account && !await Begin(cancellationToken))
                return Result<Answer>.Invalid("", ProfileTexts.DataTooOften);
            var after = command.After ?? Guid.Empty;
            return command.Section switch
            {
                Section.Account => await Account(cancellationToken),
                Section.Memberships => await Memberships(cancellationToken),
                Section.Passkeys => new Answer([.. await db.PasskeysOf(user.Id)
                    .Select(p => new { p.Data.Name, p.Data.CreatedAt }).ToListAsync(cancellationToken)], null),
                Section.Sessions => await Sessions(after, cancellationToken),
                Section.Mails => await Mails(after, cancellationToken),
                _ => await Events(after, cancellationToken),
            };
        }

        private async Task<bool> Begin(CancellationToken cancellationToken)
        {
            if (!await attempts.Take(PerPerson, $"{user.Id}", cancellationToken))
                return false;
            await db.InTransaction(token =>
            {
                audit.Add("MyDataDownloaded", subjectId: user.Id);
                return db.SaveChangesAsync(token);
            }, cancellationToken);
            return true;
        }

        private async Task<Answer> Account(CancellationToken cancellationToken) => new([await db.Users.Where(a => a.Id == user.Id)
            .Select(a => new { a.Id, a.Email, a.Name, a.Language, a.CreatedAt, HasPassword = a.PasswordHash != null, HasSecondFactor = a.TwoFactorEnabled, OtherEmails = db.Users.Where(joined => joined.JoinedIntoId == a.Id).Select(joined => joined.Email).ToList() }).SingleAsync(cancellationToken)], null);

        private async Task<Answer> Memberships(CancellationToken cancellationToken)
        {
            var rows = await db.Members.Where(m => m.AccountId == user.Id).OrderBy(m => m.Since)
                .Join(db.Customers, m => m.CustomerId, c => c.Id, (m, c) => new { c.Details.Name, c.Numbers.Single(n => n.IsCurrent).Number, m.Role, m.Since }).ToListAsync(cancellationToken);
            return new([.. rows.Select(row => new { Customer = row.Name, CustomerNumber = row.Number.Value, Role = row.Role.ToString(), row.Since })], null);
        }

        private async Task<Answer> Sessions(Guid after, CancellationToken cancellationToken)
        {
            var rows = await db.Sessions.Where(s => s.AccountId == user.Id && s.Id > after).OrderBy(s => s.Id).Take(PartSize)
                .Select(s => new { s.Id, s.OpenedAt, s.SeenAt, s.EndedAt, s.Address, s.Device }).ToListAsync(cancellationToken);
            return new([.. rows.Select(s => new { s.OpenedAt, s.SeenAt, s.EndedAt, s.Address, Device = DeviceWords.Of(s.Device), UserAgent = s.Device })], Next(rows, s => s.Id));
        }

        private async Task<Answer> Mails(Guid after, CancellationToken cancellationToken)
        {
            var to = EmailAddress.Parse(await db.Users.Where(a => a.Id == user.Id).Select(a => a.Email!).SingleAsync(cancellationToken));
            var rows = await db.Outbox.Where(m => m.To == to && m.Id > after).OrderBy(m => m.Id).Take(PartSize)
                .Select(m => new { m.Id, m.Kind, m.Subject, m.CreatedAt, m.SentAt }).ToListAsync(cancellationToken);
            return new([.. rows.Select(m => new { m.Kind, m.Subject, m.CreatedAt, m.SentAt })], Next(rows, m => m.Id));
        }

        private async Task<Answer> Events(Guid after, CancellationToken cancellationToken)
        {
            var rows = await db.Audit.Where(e => (e.AccountId == user.Id || e.SubjectId == user.Id) && e.Id > after).OrderBy(e => e.Id).Take(PartSize)
                .Select(e => new { e.Id, e.At, e.Event, ByYou = e.AccountId == user.Id }).ToListAsync(cancellationToken);
            return new([.. rows.Select(e => new { e.At, e.Event, Words = EventWords.Of(e.Event), e.ByYou })], Next(rows, e => e.Id));
        }

        private static Guid? Next<T>(List<T> rows, Func<T, Guid> id) => rows.Count < PartSize ? null : id(rows[^1]);
    }
}
