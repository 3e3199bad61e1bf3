<#
.SYNOPSIS
    Redaction of bundles: what is gone, what stays, and what hostile texts can do to it.
#>
param(
    [Parameter(Mandatory)] [string] $Collect,
    [Parameter(Mandatory)] [string] $Probes,
    [Parameter(Mandatory)] [string] $Simulator
)

Describe 'redaction' {
    BeforeAll {
        foreach ($name in 'Subject', 'SimulatedWindows') { Import-Module -Name (Join-Path -Path $Simulator -ChildPath "$name.psm1") -Force -Scope Local }
        $probes = @(foreach ($line in [IO.File]::ReadAllLines($Probes)) {
                if ($line -match '^(#|$)') { continue }
                $class, $text, $gone, $kept = $line -split "`t"
                [pscustomobject]@{ Class = $class; Text = $text; Gone = @($gone -split ' \| ' -ne '-'); Kept = @($kept -split ' \| ') }
            })
        $windows = New-SimulatedWindows
        $list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
        $windows.Registry["$list\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = 'C:\Users\Erika.Mustermann.FABRIKAM' }
        $windows.Registry["$list\S-1-5-21-1-2-3-1002"] = @{ ProfileImagePath = 'C:\Users\Bo' }
        $windows.Registry["$list\S-1-5-21-1-2-3-1003"] = @{ ProfileImagePath = 'C:\Users\Anna Meyer' }
        # A name that is a word everywhere is one only where something says so.
        $windows.Registry["$list\S-1-5-21-1-2-3-1004"] = @{ ProfileImagePath = 'C:\Users\Windows' }
        $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ActiveComputerName'] = @{ ComputerName = 'DESK-77' }
        $windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'] = @{ Domain = 'corp.fabrikam.test'; Hostname = 'desk-77' }
        $windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'] = @{ SusClientId = 'deadbeef-0000-4000-8000-00aa00bb00cc' }
        $subject = Import-Subject -Path $Collect -Windows $windows
        & $subject { Start-Redaction }

        function Protect {
            param([AllowEmptyString()] [string] $Text)
            & $subject { param($text) Protect-Text -Text $text } $Text
        }
    }

    AfterAll { Exit-SimulatedWindows }

    It 'takes every probe of every class as wanted: what tells somebody is gone, the rest stands' {
        @($probes | Where-Object Class -NE 'keep').Count | Should -BeGreaterOrEqual 100
        @($probes | Where-Object Class -EQ 'keep').Count | Should -BeGreaterOrEqual 20
        $classes = 'secret', 'key', 'mail', 'user', 'sid', 'computer', 'domain', 'network', 'id', 'ip', 'mac', 'serial', 'phone', 'keep'
        $probes.Class | Sort-Object -Unique | Should -Be ($classes | Sort-Object)
        $wrong = foreach ($probe in $probes) {
            $made = Protect $probe.Text
            foreach ($part in $probe.Gone) { if ($made.Contains($part)) { "$($probe.Text) => $made still has $part" } }
            foreach ($part in $probe.Kept) { if (-not $made.Contains($part)) { "$($probe.Text) => $made lost $part" } }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'takes all of them as wanted in one text too, whatever stands in the lines around' {
        $random = [Random]::new(7)
        $wrong = foreach ($round in 1..10) {
            $chosen = @($probes | Sort-Object { $random.Next() } | Select-Object -First 40)
            $made = (Protect ($chosen.Text -join "`r`n")) -split "`r`n"
            $made.Count | Should -Be 40
            for ($number = 0; $number -lt 40; $number++) {
                foreach ($part in $chosen[$number].Gone) { if ($made[$number].Contains($part)) { "$($chosen[$number].Text) => $($made[$number]) still has $part" } }
                foreach ($part in $chosen[$number].Kept) { if (-not $made[$number].Contains($part)) { "$($chosen[$number].Text) => $($made[$number]) lost $part" } }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'changes nothing when it is done twice' {
        $wrong = foreach ($probe in $probes) {
            $once = Protect $probe.Text
            $twice = Protect $once
            if ($once -cne $twice) { "$once => $twice" }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'takes any text without an error, and changes nothing more the second time' {
        $random = [Random]::new(18)
        $pieces = @($probes.Text) + ($probes.Text | ForEach-Object { $_ -split '(?<=[\W_])' } | Sort-Object -Unique) + @(
            '{user-1}', '{secret-2}', '{domain-1}', 'S-1-5-21-0-0-0-3', "`r`n", "`t", [string] [char] 0xd800, [string] [char] 0, [string] [char] 0x130,
            [string] [char] 0x202e, '-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', 'Erika.Mustermann', 'DESK-77', 'Bo', '</', '%5C', '\\', '$1', '${user}'
        )
        $wrong = foreach ($round in 1..400) {
            $text = -join (1..$random.Next(1, 10) | ForEach-Object { $pieces[$random.Next($pieces.Count)] })
            $once = Protect $text
            $twice = Protect $once
            if ($once -cne $twice) { "$text => $once => $twice" }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'knows one name in all its forms, and gives it one pseudonym' {
        $texts = @(
            'C:\Users\Erika.Mustermann.FABRIKAM\x', 'FABRIKAM\erika.mustermann ', 'erika.mustermann@corp.fabrikam.test', 'for ERIKA.MUSTERMANN now'
            '"UserName":"Erika.Mustermann"', 'C:\\Users\\Erika.Mustermann\\x', 'u=erika.mustermann%40corp.fabrikam.test'
        )
        $made = $texts | ForEach-Object { Protect $_ }
        $users = $made | ForEach-Object { [regex]::Match($_, '\{user-\d+\}').Value } | Sort-Object -Unique
        $users | Should -HaveCount 1
        $made | Should -Not -Match 'mustermann'
        $hosts = 'desk-77.corp.fabrikam.test', '\\DESK-77\c$', 'http://desk-77:8530/', 'on Desk-77.' | ForEach-Object { Protect $_ }
        $hosts | ForEach-Object { [regex]::Match($_, '\{computer-\d+\}').Value } | Sort-Object -Unique | Should -HaveCount 1
        Protect 'DESK-77\li did' | Should -Match '^\{computer-1\}\\\{user-\d+\} did$'
        (Protect 'wsus1.corp.fabrikam.test \\wsus1\x') -replace '\{computer-(\d+)\}.*\{computer-\1\}.*', 'same' | Should -Be 'same'
    }

    It 'knows people of this PC by names of two letters, with blanks and in the short form, and ids of its client alone' {
        Protect 'for Bo and C:\Users\Bo and "Bo"' | Should -Not -Match 'Bo\b'
        Protect 'Body of Boot' | Should -Be 'Body of Boot'
        Protect 'Anna Meyer, ANNAME~1, anna meyer' | Should -Not -Match 'Anna|Meyer'
        Protect 'opened by ERIKAM~1.FAB' | Should -Not -Match 'ERIKAM'
        Protect 'Windows started' | Should -Be 'Windows started'
        Protect 'client DEADBEEF-0000-4000-8000-00aa00bb00cc of update 0a1b2c3d-0000-4000-8000-00aa00bb00cc' |
            Should -Match '^client \{id-\d\} of update 0a1b2c3d-0000-4000-8000-00aa00bb00cc$'
    }

    It 'has no pattern in which something without a limit is followed by anything, nor is repeated itself' {
        $labels = & $subject { Get-RedactionLabel }
        $shapes = & $subject { param($labels) Get-RedactionShape -Label $labels -User 'anna' } $labels
        $tried = 0
        $wrong = foreach ($shape in @($labels.Values) + @($shapes.Values | ForEach-Object { $_ })) {
            $plain = $shape -replace '\\u[0-9a-f]{4}', 'u' -replace '\\p\{\w+\}', 'p' -replace '\\.', 'e' -replace '\[\^?[^\]]+\]', 'c'
            $tried++
            foreach ($found in [regex]::Matches($plain, '(?<![(|])(?:[*+]|\{\d+,\})')) {
                $rest = $plain.Substring($found.Index + $found.Length) -replace '^\?'
                # Other alternatives of the groups around are no part of it.
                do {
                    $before = $rest
                    while ($rest -match '^\|') {
                        $depth = 0
                        $at = 0
                        for (; $at -lt $rest.Length -and ($depth -gt 0 -or $rest[$at] -ne ')'); $at++) {
                            if ($rest[$at] -eq '(') { $depth++ } elseif ($rest[$at] -eq ')') { $depth-- }
                        }
                        $rest = $rest.Substring($at)
                    }
                    $rest = $rest -replace '^\)(?:\?(?!\?))?(?![*+{])'
                } until ($rest -eq $before)
                if ($rest) { "$($found.Value) before $rest in $shape" }
            }
        }
        $tried | Should -BeGreaterThan 60
        $wrong | Should -BeNullOrEmpty
    }

    It 'comes to the end of one line of any kind, and finds what stands behind it' {
        $wrong = foreach ($piece in 'a', 'a.', 'a-', '\', ' ', '<a ', '"', '%40', ':', '=', 'a@', 'CN=a,', 'net use \\a ', 'password=', '<password>', 'user ', '::', '1.', 'Users\') {
            $made = Protect (($piece * (50000 / $piece.Length)) + "`r`nX-Api-Key: canary`r`nC:\Users\canary\x`r`n")
            if ($made -match 'canary') { $piece }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'takes a value by its name where a capture has the two apart' {
        $given = {
            param($name, $text)
            Protect-Text -Text $text -Name $name
        }
        & $subject $given 'DefaultPassword' 'a b' | Should -Match '^\{secret-\d+\}$'
        & $subject $given 'UserName' 'FABRIKAM\li' | Should -Match '^\{domain-\d+\}\\\{user-\d+\}$'
        & $subject $given 'TenantId' '0a1b2c3d-0000-4000-8000-00aa00bb00cc' | Should -Match '^\{id-\d+\}$'
        & $subject $given 'UpdateServiceUrlAlternate' 'wsus02:8080' | Should -Match '^\{computer-\d+\}:8080$'
        & $subject $given 'ProxyServer' 'http=proxy7:80;https=proxy8:81' | Should -Match '^http=\{computer-\d+\}:80;https=\{computer-\d+\}:81$'
        & $subject $given 'NtpServer' 'time.windows.com,0x9' | Should -Be 'time.windows.com,0x9'
        & $subject $given 'DeviceId' 'PCI\VEN_8086' | Should -Be 'PCI\VEN_8086'
        & $subject $given 'UpdateId' '0a1b2c3d-0000-4000-8000-00aa00bb00cc' | Should -Be '0a1b2c3d-0000-4000-8000-00aa00bb00cc'
        & $subject $given 'UserName' 'NT AUTHORITY\SYSTEM' | Should -Be 'NT AUTHORITY\SYSTEM'
    }
}
