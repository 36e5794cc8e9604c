using Hub.Contracts;

namespace Hub.Grains.Wire;

/// <summary>What every command is called between processes. A type may be renamed; its name may not while processes that know it may still run.</summary>
public static class CommandNames
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<(string Name, Type Type)> All { get; } =
    [
        ("flagCase", typeof(FlagCase)),
        ("pickUpCase", typeof(PickUpCase)),
        ("assignCase", typeof(AssignCase)),
        ("addNote", typeof(AddNote)),
        ("describeBeboer", typeof(DescribeBeboer)),
        ("recordLegalBasis", typeof(RecordLegalBasis)),
        ("withdrawLegalBasis", typeof(WithdrawLegalBasis)),
        ("askFlagger", typeof(AskFlagger)),
        ("linkCases", typeof(LinkCases)),
        ("recordDisclosure", typeof(RecordDisclosure)),
        ("recordUnderretning", typeof(RecordUnderretning)),
        ("recordCall", typeof(RecordCall)),
        ("closeCase", typeof(CloseCase)),
        ("reopenCase", typeof(ReopenCase)),
        ("unsealCase", typeof(UnsealCase)),
        ("acknowledgeUnseal", typeof(AcknowledgeUnseal)),
        ("erasePersons", typeof(ErasePersons)),
        ("placeHold", typeof(PlaceHold)),
        ("liftHold", typeof(LiftHold)),
        ("receiveAnmodning", typeof(ReceiveAnmodning)),
        ("extendAnmodning", typeof(ExtendAnmodning)),
        ("answerAnmodning", typeof(AnswerAnmodning)),
        ("refuseAnmodning", typeof(RefuseAnmodning)),
        ("hideItem", typeof(HideItem)),
        ("showItem", typeof(ShowItem)),
        ("correctText", typeof(CorrectText)),
        ("addRemark", typeof(AddRemark)),
        ("correctIdentity", typeof(CorrectIdentity)),
        ("restrictCase", typeof(RestrictCase)),
        ("liftRestriction", typeof(LiftRestriction)),
        ("offerHandover", typeof(OfferHandover)),
        ("acceptHandover", typeof(AcceptHandover)),
        ("declineHandover", typeof(DeclineHandover)),
        ("withdrawHandover", typeof(WithdrawHandover)),
        ("openMatter", typeof(OpenMatter)),
        ("addMatterNote", typeof(AddMatterNote)),
        ("putMatterOnAgenda", typeof(PutMatterOnAgenda)),
        ("decideMatter", typeof(DecideMatter)),
        ("closeMatter", typeof(CloseMatter)),
        ("reopenMatter", typeof(ReopenMatter)),
        ("createTask", typeof(CreateTask)),
        ("completeTask", typeof(CompleteTask)),
        ("reopenTask", typeof(ReopenTask)),
        ("assignTask", typeof(AssignTask)),
        ("cleanUpCase", typeof(CleanUpCase)),
        ("redoErasure", typeof(RedoErasure)),
        ("meetDeadline", typeof(MeetDeadline)),
    ];
}
