using Hub.Contracts;

namespace Hub.Web.Demo.Stories;

/// <summary>Havnegården: two advisers, one of them lent by the kommune.</summary>
internal static class HavnegaardenStories
{
    public static async Task Tell(DemoTurn area)
    {
        await Naboerne(area);
        await Fogedsagen(area);
        await Posten(area);
        await Noeglen(area);
        await Faellesrummet(area);
        area.Day(0, 8, 10);
        await area.Flag(
            "musik", "ejendom", Category.Stoej, Severity.Lav,
            "Flere har ringet om musik fra gården natten til søndag. Ingen vil sætte navn på.", kilde: Kilde.Nabo);
    }

    private static async Task Naboerne(DemoTurn area)
    {
        area.Day(6, 8, 50);
        var sag = await area.Flag(
            "naboer", "ejendom", Category.Naboklage, Severity.Mellem,
            "Fjerde klage over råb og smækkende døre efter midnat. Begge sider vil gerne høres, og den ene har foreslået et møde.",
            area.Beboer("Finn Østerby", "Fyrvej 3, 2. tv"), new LegalBasisInput(LegalBasisKind.Lejekontrakt), kilde: Kilde.Nabo,
            parter: new PartInput(PartRolle.Klager, area.Beboer("Jytte Rønnow", "Fyrvej 3, 1. tv")));
        area.Day(6, 10);
        await area.PickUp("naboer/tag", "boligsocial2", sag);
        area.Day(5, 15, 30);
        await area.Note("naboer/moede", "boligsocial2", sag, NoteKind.Moede, "Talte med hver for sig. Begge siger ja til mægling i næste uge.");
        await area.Task("naboer/lokale", "boligsocial2", sag, Kontor.Ejendomskontor, "Reservér mødelokalet onsdag kl. 17", 3);
    }

    private static async Task Fogedsagen(DemoTurn area)
    {
        area.Day(4, 13, 40);
        var sag = await area.Flag(
            "foged", "ejendomsleder", Category.Restance, Severity.Hoej,
            "Lejemålet er ophævet, og anmodningen går til fogedretten i dag. Der bor børn i boligen, og kommunen har fået besked samtidig.",
            area.Beboer("Kenneth Abildgaard", "Tjærepladsen 5, 1. th"), new LegalBasisInput(LegalBasisKind.BeretigetInteresse), boern: true);
        await area.As("ejendomsleder", "foged/kommune", new RecordDisclosure(
            sag, "Kommunens boligteam", "Navn, adresse og dato for anmodningen til fogedretten", LegalBasisKind.RetligForpligtelse, area.Now));
        area.Day(3, 8, 20);
        await area.PickUp("foged/tag", "boligsocial", sag);
        area.Day(3, 11, 30);
        await area.Note("foged/forgaeves", "boligsocial", sag, NoteKind.IkkeTruffet, "Bankede på to gange, lagde kort med telefonnummer.");
    }

    private static async Task Posten(DemoTurn area)
    {
        area.Day(2, 8, 5);
        var foerst = await area.Flag(
            "post", "ejendom", Category.IkkeSet, Severity.Akut,
            "Posten hober sig op, og lyset har brændt i tre døgn. Ingen åbner. Naboen plejer at se beboeren hver morgen.",
            area.Beboer("Else Thorup", "Tjærepladsen 1, st. tv"), new LegalBasisInput(LegalBasisKind.VitaleInteresser), Vulnerability.Stor, Kilde.Nabo);
        area.Day(2, 8, 12);
        await area.As("ejendom", "post/ring", new RecordCall(foerst, CalledParty.Politi114, area.Now));
        area.Day(2, 8, 25);
        await area.PickUp("post/tag", "boligsocial2", foerst);
        area.Day(2, 10, 30);
        var igen = await area.Flag(
            "post/igen", "ejendomsleder", Category.IkkeSet, Severity.Akut, "Samme dør som i morges: fjernsynet kører stadig, og hunden gør.",
            area.Beboer(null, "Tjærepladsen 1, st. tv"), new LegalBasisInput(LegalBasisKind.VitaleInteresser), kilde: Kilde.Nabo);
        area.Day(2, 10, 45);
        await area.As("boligsocial2", "post/dublet", new LinkCases(igen, foerst, LinkKind.Dublet));
        area.Day(2, 13, 10);
        await area.Note("post/indlagt", "boligsocial2", foerst, NoteKind.Opkald, "Politiet har været inde. Beboeren er indlagt og ved bevidsthed. Datteren er på vej.");
    }

    private static async Task Noeglen(DemoTurn area)
    {
        area.Day(2, 14, 20);
        var sag = await area.Flag(
            "noegle", "ejendom", Category.Aeldre, Severity.Mellem,
            "Har låst sig ude fire gange på en måned og spurgt om det samme flere gange. Siger selv ja til et opkald; sønnen vil gerne være med.",
            area.Beboer("Ingrid Balslev", "Fyrvej 1, st. th", "00 43 09 71"),
            new LegalBasisInput(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, null, Kontorer.Personale), Vulnerability.Stor);
        area.Day(1, 8, 30);
        await area.PickUp("noegle/tag", "boligsocial", sag);
        area.Day(1, 9, 15);
        var overdragelse = await area.Offer(
            "noegle/overdrag", "boligsocial", sag, Kontor.Ejendomskontor, "Resten er praktisk.", "Der skal sættes en nøgleboks op. Kommunens visitation er på resten.");
        area.Day(1, 10);
        await area.As("ejendom", "noegle/accept", new AcceptHandover(overdragelse));
        area.Day(1, 13, 20);
        await area.As("ejendom", "noegle/luk", new CloseCase(sag, Outcome.Loest, "Nøgleboksen sidder ved døren, og sønnen har koden."));
    }

    private static async Task Faellesrummet(DemoTurn area)
    {
        area.Day(1, 13, 40);
        var sag = await area.Flag(
            "unge", "boligsocial", Category.HaervaerkEllerUtryghed, Severity.Mellem,
            "Unge samles i kælderen, fordi klubben lukker kl. 18. Ingen er truet, men ældre tør ikke hente deres cykler.", kilde: Kilde.Nabo);
        area.Day(1, 13, 50);
        await area.As("boligsocial", "unge/bestyrelse", new OfferHandover(
            sag, Kontor.Bestyrelseskontor, "Bestyrelsen råder over fællesrummet.",
            "Kan fællesrummet holdes åbent to aftener om ugen i vinter, med en voksen til stede?", null));
        area.Day(1, 19, 5);
        await area.As("bestyrelse", "nattevandring", new OpenMatter(
            "Nattevandring i foråret", "Seks beboere vil gerne gå nattevandring fra marts. Hvem kan låse op for kaffen?", Kontor.BoligsocialtKontor));
    }
}
