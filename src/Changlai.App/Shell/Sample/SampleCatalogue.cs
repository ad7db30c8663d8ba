using Changlai.Core.Values;

namespace Changlai.App.Shell.Sample;

/// <summary>What the tea shops and the salon sell.</summary>
internal static class SampleCatalogue
{
    private static readonly Text Puer = new("普洱茶", "Pu'er tea");
    private static readonly Text White = new("白茶", "White tea");
    private static readonly Text Green = new("绿茶", "Green tea");
    private static readonly Text BlackAndOolong = new("红茶与乌龙", "Black tea and oolong");
    private static readonly Text Herbal = new("花草养生茶", "Herbal health tea");
    private static readonly Text Ware = new("茶具", "Tea ware");
    private static readonly Text Gifts = new("礼盒", "Gift boxes");
    private static readonly Text Courses = new("护理疗程", "Treatment courses");
    private static readonly Text Treatments = new("单次护理", "Single treatments");
    private static readonly Text HomeCare = new("居家护理", "Home care");

    private static readonly Text Cake = new("饼", "cake");
    private static readonly Text Tin = new("罐", "tin");
    private static readonly Text Box = new("盒", "box");
    private static readonly Text Bag = new("袋", "bag");
    private static readonly Text Piece = new("件", "piece");
    private static readonly Text Course = new("疗程", "course");
    private static readonly Text Session = new("次", "session");

    public static IReadOnlyList<SampleProduct> Products { get; } = Number(
    [
        Goods("T101", "熟普洱茶饼 357 克", "Ripe pu'er cake 357 g", Puer, Cake, 268, 108, 45),
        Goods("T102", "陈年生普洱茶饼 357 克", "Aged raw pu'er cake 357 g", Puer, Cake, 398, 172, 45),
        Goods("T103", "小青柑普洱 250 克", "Pu'er in green tangerine 250 g", Puer, Tin, 158, 61, 30),
        Goods("T201", "白毫银针 100 克", "Silver Needle 100 g", White, Tin, 328, 142, 30),
        Goods("T202", "白牡丹 150 克", "White Peony 150 g", White, Tin, 198, 82, 30),
        Goods("T203", "老寿眉茶饼 350 克", "Aged Shou Mei cake 350 g", White, Cake, 168, 62, 40),
        Goods("T301", "明前西湖龙井 125 克", "Pre-Qingming West Lake Longjing 125 g", Green, Tin, 468, 225, 25),
        Goods("T302", "安吉白茶 100 克", "Anji Baicha 100 g", Green, Tin, 298, 131, 25),
        Goods("T303", "雨前龙井 250 克", "Yuqian Longjing 250 g", Green, Tin, 238, 98, 40),
        Goods("T401", "正山小种 200 克", "Lapsang Souchong 200 g", BlackAndOolong, Tin, 218, 90, 30),
        Goods("T402", "祁门红茶 200 克", "Keemun black tea 200 g", BlackAndOolong, Tin, 188, 76, 30),
        Goods("T403", "安溪铁观音 250 克", "Anxi Tieguanyin 250 g", BlackAndOolong, Box, 188, 75, 35),
        Goods("T501", "桐乡胎菊 100 克", "Tongxiang chrysanthemum buds 100 g", Herbal, Tin, 78, 27, 25),
        Goods("T502", "菊花枸杞茶 30 包", "Chrysanthemum and goji tea, 30 bags", Herbal, Box, 69, 22, 30),
        Goods("T503", "红豆薏米茶 30 包", "Red bean and barley tea, 30 bags", Herbal, Box, 59, 18, 15),
        Goods("T504", "决明子荷叶茶 30 包", "Cassia and lotus leaf tea, 30 bags", Herbal, Box, 55, 17, 20),
        Goods("T505", "宁夏枸杞 500 克", "Ningxia goji berries 500 g", Herbal, Bag, 88, 36, 30),
        Goods("T506", "黑苦荞茶 500 克", "Black tartary buckwheat tea 500 g", Herbal, Tin, 58, 19, 30),
        Goods("T507", "新会陈皮 十年 100 克", "Xinhui tangerine peel, ten years, 100 g", Herbal, Tin, 288, 131, 60),
        Goods("T508", "平阴玫瑰花茶 80 克", "Pingyin rose tea 80 g", Herbal, Tin, 68, 23, 25),
        Goods("T509", "桑叶平安茶 30 包", "Mulberry leaf tea, 30 bags", Herbal, Box, 98, 35, 30),
        Goods("A101", "宜兴紫砂壶", "Yixing clay teapot", Ware, Piece, 680, 292, null),
        Goods("A102", "青瓷盖碗", "Celadon gaiwan", Ware, Piece, 128, 46, null),
        Goods("A103", "茶水分离保温杯", "Thermos with tea infuser", Ware, Piece, 159, 63, null),
        Goods("A104", "玻璃公道杯", "Glass sharing pitcher", Ware, Piece, 58, 19, null),
        Goods("A105", "陶瓷茶叶罐", "Ceramic tea caddy", Ware, Piece, 88, 31, null),
        Goods("G101", "常青礼茶双罐礼盒", "Evergreen gift box, two tins", Gifts, Box, 398, 168, null),
        Goods("G102", "福满堂节庆礼盒", "Festival gift box", Gifts, Box, 568, 242, null),
        Series("S101", "补水焕肤疗程 10 次", "Hydrating facial course, 10 sessions", 1980, 320, 10, 7),
        Series("S102", "肩颈舒缓疗程 12 次", "Neck and shoulder course, 12 sessions", 1680, 260, 12, 7),
        Series("S103", "面部紧致疗程 8 次", "Firming facial course, 8 sessions", 3280, 560, 8, 14),
        Series("S104", "经络养生疗程 10 次", "Meridian massage course, 10 sessions", 1880, 300, 10, 10),
        SessionOf("S111", "补水焕肤（疗程内）", "Hydrating facial (course)", 38),
        SessionOf("S112", "肩颈舒缓（疗程内）", "Neck and shoulder (course)", 30),
        SessionOf("S113", "面部紧致（疗程内）", "Firming facial (course)", 66),
        SessionOf("S114", "经络养生（疗程内）", "Meridian massage (course)", 36),
        Single("S201", "补水面部护理", "Hydrating facial", 258, 66, 28),
        Single("S202", "肩颈按摩 60 分钟", "Neck and shoulder massage, 60 min", 198, 48, 21),
        Single("S203", "手足护理", "Hand and foot care", 168, 42, 25),
        Single("S204", "眼部护理", "Eye care", 218, 55, 28),
        Goods("H101", "玻尿酸面膜 10 片", "Hyaluronic face masks, 10", HomeCare, Box, 168, 58, 30),
        Goods("H102", "烟酰胺精华液 30 毫升", "Niacinamide serum 30 ml", HomeCare, Piece, 298, 108, 45),
        Goods(SampleDevices.TeaMaker, "养生煮茶器", "Electric tea maker", Ware, Piece, 399, 168, null),
    ]);

    private static readonly Dictionary<string, SampleProduct> Codes = Products.ToDictionary(product => product.Code);

    public static SampleProduct ByCode(string code) => Codes[code];

    private static SampleProduct Goods(string code, string chinese, string english, Text category, Text unit, int yuan, int cost, int? cycle) =>
        new(0, code, new(chinese, english), category, unit, SampleProductKind.Goods, yuan * 100L, cost * 100L, cycle, 0, 0, null);

    // A course lasts as long as its sessions; its cost is that of the first consultation, the sessions bear their own.
    private static SampleProduct Series(string code, string chinese, string english, int yuan, int cost, int sessions, int every) =>
        new(0, code, new(chinese, english), Courses, Course, SampleProductKind.Course, yuan * 100L, cost * 100L, sessions * every, sessions, every, null);

    private static SampleProduct SessionOf(string code, string chinese, string english, int cost) =>
        new(0, code, new(chinese, english), Courses, Session, SampleProductKind.CourseSession, 0, cost * 100L, null, 0, 0, null);

    private static SampleProduct Single(string code, string chinese, string english, int yuan, int cost, int cycle) =>
        new(0, code, new(chinese, english), Treatments, Session, SampleProductKind.Treatment, yuan * 100L, cost * 100L, cycle, 0, 0, null);

    // The session S11n belongs to the course S10n.
    private static SampleProduct[] Number(SampleProduct[] products) =>
        [.. products.Select((product, id) => product with
        {
            Id = id,
            CourseId = product.Kind == SampleProductKind.CourseSession
                ? Array.FindIndex(products, course => course.Code == "S10" + product.Code[^1])
                : null,
        })];
}
