namespace Hub.Domain.Access;

/// <summary>What a person is to the thing that a command names. <see cref="Relations"/> finds it; <see cref="AccessTable"/> says what it takes.</summary>
[Flags]
public enum Relation
{
    /// <summary>Nothing: for this person it is not there.</summary>
    Ingen = 0,

    /// <summary>A member of the area, of whatever role.</summary>
    Member = 1 << 0,

    /// <summary>Belongs to one of the area's offices.</summary>
    InOffice = 1 << 1,

    /// <summary>Acts for an office: their own, or one that the area lacks.</summary>
    ActsForOffice = 1 << 2,

    /// <summary>Hub itself, who is nobody: the runners of deadlines and of deletion.</summary>
    Clock = 1 << 3,

    /// <summary>Sees number and status of the case.</summary>
    Knows = 1 << 4,

    /// <summary>Knows the case as the boligorganisation's dpo.</summary>
    Dpo = 1 << 5,

    /// <summary>Raised the flag in person, for whatever office.</summary>
    FlaggedInPerson = 1 << 6,

    /// <summary>Of an office that flagged.</summary>
    Flagged = 1 << 7,

    /// <summary>Of the office that holds the case.</summary>
    Holds = 1 << 8,

    /// <summary>Of an office that held it before.</summary>
    Held = 1 << 9,

    /// <summary>Of the office that is asked to take it over.</summary>
    Asked = 1 << 10,

    /// <summary>Reads the case. Whoever has been shut out of it (see <see cref="CaseSight"/>) keeps none of these and only knows it.</summary>
    Related = Flagged | Holds | Held | Asked,

    /// <summary>Sees who the case is about.</summary>
    SeesWho = 1 << 11,

    /// <summary>Is the one who works it, in the office that holds it.</summary>
    Works = 1 << 12,

    /// <summary>Leads in the office that holds it.</summary>
    Leads = 1 << 13,

    /// <summary>Of the office that holds it, gives themselves a case that nobody works.</summary>
    TakesFree = 1 << 14,

    /// <summary>On one of the sides of the matter; among the offices of the task.</summary>
    Side = 1 << 15,

    /// <summary>Of the office that answers the matter or does the task.</summary>
    Answers = 1 << 16,

    /// <summary>Answers it as the board, which has meetings.</summary>
    AnswersAsBoard = 1 << 17,

    /// <summary>Of the office that asked for the task.</summary>
    Asks = 1 << 18,

    /// <summary>An admin of the boligorganisation.</summary>
    Admin = 1 << 19,

    /// <summary>Whoever sets a boligorganisation up.</summary>
    Operator = 1 << 20,

    /// <summary>A system that may read the thing, and do nothing to it.</summary>
    SystemReads = 1 << 21,

    /// <summary>A system that may flag in the area for its office.</summary>
    SystemFlags = 1 << 22,

    /// <summary>Is told that the seal of the case was broken.</summary>
    ToldOfUnseal = 1 << 23,

    /// <summary>Of the office that raised it first, and typed whom it is about. Who flagged a duplicate has typed something else.</summary>
    RaisedFirst = 1 << 24,
}
