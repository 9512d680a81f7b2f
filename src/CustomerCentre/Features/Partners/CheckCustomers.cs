using CustomerCentre.Data;
using CustomerCentre.Data.PartnerStatus;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Forms;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Partners;

/// <summary>A partner's person checks customers by pairs of customer number and register number: one on the page, or a part of a file.</summary>
public static class CheckCustomers
{
    [Allow(Policies.PartnerMember)]
    public sealed class Command : IRequest<Result<StatusAnswer>>
    {
        public Guid Id { get; set; }
        public IReadOnlyList<StatusPair> Pairs { get; set; } = [];
        public CheckPurpose? Purpose { get; set; }
        public CheckChannel Channel { get; set; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Id).NotEmpty();
            RuleFor(command => command.Purpose).Must(purpose => purpose is { } chosen && Enum.IsDefined(chosen)).WithMessage(_ => ApiTexts.PurposeRequired);
            RuleFor(command => command.Channel).Must(channel => channel is CheckChannel.Page or CheckChannel.Batch);
            RuleFor(command => command.Pairs).Must(pairs => pairs is { Count: > 0 and <= StatusDesk.MostPairs });
            RuleForEach(command => command.Pairs).ChildRules(pair =>
            {
                pair.RuleFor(p => p.CustomerNumber).Must(text => CustomerNumber.TryParse(text) is not null).WithMessage(_ => ApiTexts.CustomerNumberWrong);
                pair.RuleFor(p => p.RegistrationNumber).Cascade(CascadeMode.Stop).Required(() => ApiTexts.RegistrationNumberRequired).MaxLength(RegistrationNumber.MaxLength).PlainText();
            });
        }
    }

    public sealed class Handler(CustomerCentreDb db, StatusDesk desk, CurrentUser user) : IRequestHandler<Command, Result<StatusAnswer>>
    {
        public async Task<Result<StatusAnswer>> Handle(Command command, CancellationToken cancellationToken)
        {
            var partnerId = await db.PartnerMembers.Where(member => member.AccountId == user.Id).Select(member => member.PartnerId).SingleAsync(cancellationToken);
            var asking = new StatusAsking(partnerId, user.Id, command.Channel, command.Purpose!.Value, command.Id);
            var reply = await desk.Check(asking, command.Pairs, cancellationToken);
            return reply.Answer is { } answer ? answer : Result<StatusAnswer>.Invalid("", ApiTexts.TooManyWrongPairs);
        }
    }
}
