using CustomerCentre.Data;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Shows one masked value of an open customer to staff who ask. A command, because each look is written down.</summary>
public static class ShowPersonalData
{
    [Allow(Policies.SupportStaff)]
    public sealed record Command : IRequest<Result<Answer>>
    {
        public string CustomerNumber { get; set; } = "";

        /// <summary>A <see cref="PersonalField"/> as text.</summary>
        public string? Field { get; set; }
    }

    /// <summary>A class, because records print themselves and the value is personal.</summary>
    public sealed class Answer(PersonalField shown, string value)
    {
        public PersonalField Field => shown;
        public string Value => value;
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.CustomerNumber).NotEmpty();
            RuleFor(command => command.Field).Must(text => PersonalField.TryParse(text) is { Kind: not PersonalDataKind.LicenceNumbers }).WithMessage(_ => SupportTexts.ShowWhat);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var customerId = await db.OpenCustomers(user.Id, command.CustomerNumber, time.GetUtcNow()).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(token);
            var field = PersonalField.TryParse(command.Field)!;
            if (customerId is not { } id || await Values(id, field).SingleOrDefaultAsync(token) is not { } value)
                return Result<Answer>.NotFound;
            audit.Add("PersonalDataShown", id, field.Id, field.Kind.ToString());
            await db.SaveChangesAsync(token);
            return (Result<Answer>)new Answer(field, value);
        }, cancellationToken);

        // Ownership is in the query: an id of another customer finds nothing.
        private IQueryable<string?> Values(Guid customerId, PersonalField field) => field.Kind switch
        {
            PersonalDataKind.VatNumber => db.Customers.Where(c => c.Id == customerId && c.Id == field.Id && c.Details.VatNumber != null).Select(c => c.Details.VatNumber!.Value),
            PersonalDataKind.ContactEmail => db.Contacts.Where(c => c.CustomerId == customerId && c.Id == field.Id && c.Email != null).Select(c => c.Email!.Value),
            PersonalDataKind.ContactPhone => db.Contacts.Where(c => c.CustomerId == customerId && c.Id == field.Id && c.Phone != null).Select(c => c.Phone!.ToString()),
            PersonalDataKind.MemberEmail => db.Users
                .Where(a => a.Id == field.Id && db.Members.Any(m => m.CustomerId == customerId && m.AccountId == a.Id)).Select(a => a.Email),
            PersonalDataKind.RequesterEmail => db.Users
                .Where(a => db.AccessRequests.Any(r => r.Id == field.Id && r.CustomerId == customerId && r.AccountId == a.Id)).Select(a => a.Email),
            _ => db.Outbox.Where(m => m.CustomerId == customerId && m.Id == field.Id).Select(m => m.To.Value),
        };
    }
}
