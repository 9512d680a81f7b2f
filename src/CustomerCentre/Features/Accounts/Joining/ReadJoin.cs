using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Features.Accounts.Joining;

/// <summary>How far a join is and, once the other account is proven, what joining it will do. Nothing of the other account is told before.</summary>
public static class ReadJoin
{
    public const int CompaniesShown = 50;

    [Allow(Policies.InPerson)]
    public sealed record Query(Guid Id) : IRequest<Result<Answer>>;

    /// <param name="IsProving">Neither of both is proven yet.</param>
    /// <param name="Factor">How its second factor can be proven; nothing when it need not be.</param>
    /// <param name="Plan">What will be done; nothing before all is proven.</param>
    public sealed record Answer(bool IsProving, FactorStep? Factor, Plan? Plan);

    /// <param name="Ways">The most usual first.</param>
    /// <param name="SentTo">Where a code would be mailed to.</param>
    public sealed record FactorStep(IReadOnlyList<FactorWay> Ways, string SentTo);

    /// <param name="Email">E-mail of the account that stays, whose password lives.</param>
    /// <param name="OtherEmail">E-mail of the account that becomes part of it.</param>
    /// <param name="Obstacle">Why it cannot be joined.</param>
    /// <param name="Companies">What comes along, the first of them.</param>
    /// <param name="CompanyCount">How many in all.</param>
    /// <param name="ServicesKept">Services that go on as before.</param>
    /// <param name="ServicesLost">Services that know both: what is there under the other e-mail stays behind.</param>
    /// <param name="Passkeys">Passkeys that come along.</param>
    /// <param name="Factor">What becomes of the second factor.</param>
    public sealed record Plan(
        string Email, string OtherEmail, JoinObstacle Obstacle, IReadOnlyList<Company> Companies, int CompanyCount, IReadOnlyList<string> ServicesKept, IReadOnlyList<string> ServicesLost,
        int Passkeys, FactorPlan Factor);

    /// <param name="Role">Role there afterwards, the stronger of both.</param>
    public sealed record Company(string Name, string Number, MemberRole Role);

    public sealed class Handler(CustomerCentreDb db, JoinDesk desk, ServiceSubjects subjects, CurrentUser user, IOptions<OperatorOptions> operators, TimeProvider time)
        : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await desk.Find(query.Id, cancellationToken) is not { } join)
                return Result<Answer>.NotFound;
            if (join.OtherId is null)
                return new Answer(true, null, null);
            if (await desk.Other(join, cancellationToken) is not { } other)
                return Result<Answer>.NotFound;
            return join.LacksFactor
                ? new Answer(false, new(await desk.WaysOf(join, cancellationToken), EmailAddress.Parse(other.Email!).Masked), null)
                : new Answer(false, null, await Read(other, cancellationToken));
        }

        private async Task<Plan> Read(Account other, CancellationToken cancellationToken)
        {
            var own = await db.Users.AsNoTracking().SingleAsync(a => a.Id == user.Id, cancellationToken);
            var members = db.Members.Where(member => member.AccountId == other.Id);
            var companies = await members.Join(db.Customers, member => member.CustomerId, customer => customer.Id, (member, customer) => new { member.CustomerId, member.Role, customer.Details.Name, customer.NameKey, customer.Numbers.Single(n => n.IsCurrent).Number })
                .OrderBy(company => company.NameKey).Take(CompaniesShown).ToListAsync(cancellationToken);
            var shared = companies.ConvertAll(company => company.CustomerId);
            var mine = await db.Members.Where(member => member.AccountId == user.Id && shared.Contains(member.CustomerId)).ToDictionaryAsync(member => member.CustomerId, member => member.Role, cancellationToken);
            var services = (await subjects.ServicesOf(other.Id, cancellationToken)).ToLookup(await IsMine(cancellationToken), NameOf);
            return new(
                own.Email!, other.Email!, await db.ObstacleToJoin(other, cancellationToken),
                companies.ConvertAll(company => new Company(company.Name, company.Number.Value, mine.TryGetValue(company.CustomerId, out var role) && role < company.Role ? role : company.Role)),
                await members.CountAsync(cancellationToken), [.. services[false]], [.. services[true]], await db.PasskeysOf(other.Id).CountAsync(cancellationToken), await FactorAfter(other, cancellationToken));
        }

        private async Task<Func<string, bool>> IsMine(CancellationToken cancellationToken)
        {
            var mine = await subjects.ServicesOf(user.Id, cancellationToken);
            return mine.Contains;
        }

        private string NameOf(string clientId) => operators.Value.Services.GetValueOrDefault(clientId)?.Name ?? clientId;

        // Tried on a copy that nobody saves.
        private async Task<FactorPlan> FactorAfter(Account other, CancellationToken cancellationToken)
        {
            var factors = await db.SecondFactors.AsNoTracking().Where(f => f.AccountId == user.Id || f.AccountId == other.Id).ToListAsync(cancellationToken);
            var own = factors.Find(f => f.AccountId == user.Id) ?? new SecondFactor(user.Id);
            var wasOn = own.IsOn;
            if (factors.Find(f => f.AccountId == other.Id) is not { } brought || !own.TakeIn(brought, time.GetUtcNow()))
                return own.IsOn ? FactorPlan.Stays : FactorPlan.None;
            return wasOn ? FactorPlan.Stronger : FactorPlan.ComesAlong;
        }
    }
}

/// <summary>What becomes of the second factor when accounts are joined.</summary>
public enum FactorPlan
{
    /// <summary>Neither has any.</summary>
    None,

    /// <summary>That of the account that stays.</summary>
    Stays,

    /// <summary>That of the other account, for there was none.</summary>
    ComesAlong,

    /// <summary>Of both the stronger.</summary>
    Stronger,
}
