/** Those of the most used passwords that are long enough to be tried here (published lists of leaked passwords). */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssword p@ssw0rd passwort passwords password01
12345678 123456789 1234567890 12345678910 123123123 987654321 0987654321 11111111 111111111 1111111111 00000000
88888888 12341234 11223344 123454321 147258369 789456123 123456789a a123456789 1234qwer 12344321 87654321 10203040
qwertyuiop qwerty123 qwerty1234 qwerty12345 qwerty12 qwertyui qwer1234 qwertz123 qwertzuiop azertyuiop 1qaz2wsx
1q2w3e4r 1q2w3e4r5t 1qazxsw2 zaq12wsx zaq1zaq1 q1w2e3r4 asdfghjkl asdfasdf asdf1234 zxcvbnm1 zxcvbnm123 qazwsxedc
abc12345 abcd1234 abcdefgh abcdefg1 a1b2c3d4 aa123456 abc123456 aaaaaaaa iloveyou iloveyou1 iloveyou2 sunshine
sunshine1 princess princess1 football football1 baseball baseball1 basketball superman superman1 batman123 trustno1
welcome1 welcome123 welcome12 letmein1 letmein123 changeme changeme1 changeme123 secret123 default1 master123
monkey123 dragon123 shadow123 michael1 jennifer jordan23 starwars computer internet samsung1 whatever corvette
mercedes maverick midnight elephant victoria danielle alexander alexandra christian elizabeth charlotte
liverpool chelsea1 arsenal1 barcelona realmadrid juventus manchester pokemon1 pokemon123 minecraft freedom1
administrator administrator1 admin123 admin1234 admin12345 root1234 user1234 test1234 testtest test12345 guest123
letmeinnow openopen opensesame login123 hello123 hello1234 hellohello mypassword mypassword1 summer2023 summer2024
summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026 january2026
november2026 december2026 glossator glossator1 glossator123 glossator2026 correcthorsebatterystaple`.split(/\s+/),
);
