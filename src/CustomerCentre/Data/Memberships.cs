using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;

namespace CustomerCentre.Data;

/// <summary>Ownership as a part of queries: a customer number leads only those to the customer who may act for it.</summary>
public static class Memberships
{
    /// <summary>The membership of an account at the customer with this number, current or alias: one row, or none.</summary>
    public static IQueryable<Member> MembershipsOf(this CustomerCentreDb db, Guid accountId, string? typedNumber)
    {
        var number = CustomerNumber.TryParse(typedNumber);
        return number is null
            ? db.Members.Where(member => false)
            : db.Members.Where(member => member.AccountId == accountId && db.IssuedNumbers.Any(issued => issued.Number == number && issued.CustomerId == member.CustomerId));
    }

    /// <summary>A reader only looks.</summary>
    public static bool MayWrite(this Member member) => member.Role != MemberRole.Reader;
}
