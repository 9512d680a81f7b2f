using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Forms;
using CustomerCentre.Mail;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies;

/// <summary>
/// Mails a company's customer number to the contacts on file, for somebody who does not know it (domain §3, way C). Who asks hears the same whether the company is a
/// customer or not, and it costs the same work.
/// </summary>
public static class SendCustomerNumber
{
    public const int MostContacts = 5;

    internal static readonly AttemptLimit PerNetwork = new("SendCustomerNumber/network", 10, TimeSpan.FromDays(1));
    internal static readonly AttemptLimit PerAccount = new("SendCustomerNumber/account", 5, TimeSpan.FromDays(1));
    internal static readonly AttemptLimit PerCompany = new("SendCustomerNumber/company", 2, TimeSpan.FromDays(1));

    [Allow(Policies.Anyone)]
    public sealed record Command : IRequest<Result<Nothing>>
    {
        public string? CountryCode { get; set; }
        public string? RegistrationNumber { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        // A wrong check digit passes: companies with one exist, and the answer would be the same.
        public Validator()
        {
            RuleFor(command => command.CountryCode).Must(code => Country.TryParse(code) is not null).WithMessage(_ => CompaniesTexts.CountryRequired);
            RuleFor(command => command.RegistrationNumber).Cascade(CascadeMode.Stop)
                .Required(() => CompaniesTexts.RegistrationNumberRequired)
                .Must((command, text) => Country.TryParse(command.CountryCode) is not { } country || RegistrationNumber.TryParse(country, text) is not null)
                .WithMessage(_ => CompaniesTexts.RegistrationNumberWrong);
        }
    }

    public sealed class Handler(CustomerCentreDb db, Attempts attempts, Outbox outbox, AuditTrail audit, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public async Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (!await MayAsk(cancellationToken))
                return Result<Nothing>.Invalid("", HelpTexts.SendTooMany);

            var country = Country.Parse(command.CountryCode!);
            var register = RegistrationNumber.Parse(country, command.RegistrationNumber!);
            // Counted by what was typed, so that companies nobody knows behave as known ones.
            var mayMail = await attempts.Take(PerCompany, $"{country.Value} {register}", cancellationToken);
            return await db.InTransaction(async token =>
            {
                var company = await db.Customers.AsNoTracking()
                    .Where(c => c.Details.Country == country && c.Details.RegistrationNumber == register && c.DuplicateOfId == null)
                    .Select(c => new
                    {
                        c.Id,
                        c.Details.Name,
                        c.Numbers.Single(number => number.IsCurrent).Number,
                        Emails = c.Contacts.Where(contact => contact.NormalizedEmail != null).OrderBy(contact => contact.Id).Select(contact => contact.Email!).ToList(),
                    })
                    .SingleOrDefaultAsync(token);
                audit.Add("CustomerNumberAsked", company?.Id);
                await db.SaveChangesAsync(token);

                var receivers = mayMail && company is not null ? company.Emails.DistinctBy(email => email.Normalized).Take(MostContacts).ToList() : [];
                foreach (var email in receivers)
                {
                    outbox.Add(email, LanguageOf(country), () => Write(company!.Name, company.Number), company!.Id);
                    await db.SaveChangesAsync(token);
                }

                // Every letter that is not written costs a command too, so the time tells nobody who is a customer.
                for (var missing = receivers.Count; missing < MostContacts; missing++)
                    await db.Outbox.Where(mail => mail.Id == Guid.Empty).ExecuteDeleteAsync(token);
                return (Result<Nothing>)new Nothing();
            }, cancellationToken);
        }

        // A visitor is known by the network alone, and without an address everybody would share one counter.
        private async Task<bool> MayAsk(CancellationToken cancellationToken) =>
            (user.Network.Length == 0 || await attempts.Take(PerNetwork, user.Network, cancellationToken))
            && (user.AccountId is not { } account || await attempts.Take(PerAccount, $"{account}", cancellationToken));

        // A contact has no language of its own on file.
        private static string LanguageOf(Country country) => country == Country.Czechia ? "cs" : country == Country.Slovakia ? "sk" : "en";

        private static Letter Write(string name, CustomerNumber number) => new(
            "CustomerNumberSent", HelpTexts.LetterSubject,
            [string.Format(CultureInfo.CurrentCulture, HelpTexts.LetterWhat, name, number), HelpTexts.LetterWhy, HelpTexts.LetterNotYou],
            new LetterButton(HelpTexts.LetterButton, "/onboarding"));
    }
}
