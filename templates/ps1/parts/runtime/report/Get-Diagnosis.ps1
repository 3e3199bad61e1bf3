# { Codes: { Code, Name, Meaning, Seen, Checks }, Ranking: { Id, Status, Repairable, Codes }, Held: sentences that
# come before any repair }. What is wrong and can be repaired comes first, the least invasive first of all; a check
# that is OK is no candidate.
function Get-Diagnosis {
    param([psobject[]] $Result = @())
    $found = @{}
    $seen = @{}
    $held = @()
    foreach ($one in $Result) {
        $found[$one.Id] = $one.Status
        $row = $script:Checks | Where-Object { $_.Id -eq $one.Id }
        if ($row -and $one.ReasonKey -in $row.Holds) {
            # Japanese sentences have no blank between them.
            $held += $one.Reason + $(if ($script:Language -ne 'ja') { ' ' })
        }
        foreach ($code in $one.HResult -match '\A0x[0-9A-F]{8}(-0x[0-9A-F]{5})?\z') {
            if (-not $seen.ContainsKey($code)) { $seen[$code] = @() }
            $seen[$code] += $one.Id
        }
    }
    $meanings = @{}
    foreach ($code in $seen.Keys) { $meanings[$code] = Get-ErrorMeaning -Code $code }
    $risks = 'none', 'low', 'medium', 'high'
    $ranked = foreach ($row in $script:Checks) {
        $codes = @($seen.Keys | Where-Object { $row.Id -in $meanings[$_].Checks } | Sort-Object)
        $status = [string] $found[$row.Id]
        if ($status -ne 'Problem' -and -not $codes) { continue }
        $group = if ($status -in 'Ok', 'NotApplicable') { 3 } elseif ($status -ne 'Problem') { 2 } else { 1 }
        if ($group -eq 1 -and $row.Repairable) { $group = 0 }
        $risk = [array]::IndexOf($risks, $row.Risk)
        $order = @($group, $risk, [int] $row.Restart, $row.Minutes, (1000 - $codes.Count), $row.Item)
        $order += [array]::IndexOf($script:Checks, $row)
        [pscustomobject]@{
            Id         = $row.Id
            Status     = $status
            Repairable = $row.Repairable
            Codes      = $codes
            Order      = $order
        }
    }
    $ranked = @($ranked | Sort-Object -Property { -join ($_.Order | ForEach-Object { '{0:d5}' -f $_ }) })
    $ids = @($ranked | ForEach-Object { $_.Id })
    @{
        Codes   = @(foreach ($code in $seen.Keys | Sort-Object) {
                [pscustomobject]@{
                    Code    = $code
                    Name    = $meanings[$code].Name
                    Meaning = $meanings[$code].Meaning
                    Seen    = @($seen[$code])
                    Checks  = @($ids | Where-Object { $_ -in $meanings[$code].Checks })
                }
            })
        Held    = -join $held
        Ranking = @($ranked | Where-Object -Property Status -NotIn 'Ok', 'NotApplicable' |
                Select-Object -Property Id, Status, Repairable, Codes)
    }
}
