using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Support.Customers;

/// <summary>Staff write a note about an open customer.</summary>
public static class AddNote
{
    [Allow(Policies.SupportStaff)]
    public sealed record Command : IRequest<Result<Nothing>>
    {
        public Guid Id { get; set; }
        public string CustomerNumber { get; set; } = "";
        public string? Text { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.CustomerNumber).NotEmpty();
            RuleFor(command => command.Text).Required(() => SupportTexts.NoteRequired).MaxLength(CustomerNote.TextMaxLength).PlainText(multiline: true);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user, AuditTrail audit, TimeProvider time) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            if (await db.CustomerNotes.AsNoTracking().SingleOrDefaultAsync(note => note.Id == command.Id, token) is { } written)
                return written.AccountId == user.Id ? new Nothing() : Result<Nothing>.NotFound;
            var customerId = await db.OpenCustomers(user.Id, command.CustomerNumber, time.GetUtcNow()).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(token);
            if (customerId is not { } id)
                return Result<Nothing>.Invalid("", SupportTexts.OpenAgain);

            db.CustomerNotes.Add(new CustomerNote(command.Id, id, user.Id, command.Text!.Trim(), time.GetUtcNow()));
            audit.Add("NoteAdded", id, command.Id);
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
