using CustomerCentre.Resources;

namespace CustomerCentre.Features.Administration;

/// <summary>Words for who the audit tells of.</summary>
internal static class AuditWords
{
    public static string Of(AuditActor actor) => actor switch
    {
        AuditActor.Operator => PeopleTexts.ActorOperator,
        AuditActor.Partner => PeopleTexts.ActorPartner,
        AuditActor.Customer => PeopleTexts.ActorCustomer,
        _ => PeopleTexts.ActorNobody,
    };
}
