using CustomerCentre.Data;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts;

/// <summary>Changes how the person is called and the language of mail.</summary>
public static class ChangeProfile
{
    [Allow(Policies.SignedIn)]
    public sealed class Command : IRequest<Result<Nothing>>
    {
        public string? Name { get; set; }
        public string Language { get; set; } = "";
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Name).MaxLength(Account.NameMaxLength).PlainText();
            RuleFor(command => command.Language).Must(language => Languages.Names.ContainsKey(language)).WithMessage(_ => Resources.FormsTexts.Required);
        }
    }

    public sealed class Handler(CustomerCentreDb db, CurrentUser user) : IRequestHandler<Command, Result<Nothing>>
    {
        public Task<Result<Nothing>> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async token =>
        {
            var account = await db.Users.SingleAsync(a => a.Id == user.Id, token);
            account.Name = string.IsNullOrWhiteSpace(command.Name) ? null : command.Name.Trim();
            account.Language = command.Language;
            await db.SaveChangesAsync(token);
            return (Result<Nothing>)new Nothing();
        }, cancellationToken);
    }
}
