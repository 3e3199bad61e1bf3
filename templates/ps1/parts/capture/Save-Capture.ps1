# Writes capture.json, in the form that leaves this PC, after judging that form once more: outputs what the
# manifest says of it. At most 5 MB: what is largest goes first.
function Save-Capture {
    param([hashtable] $Given = @{})
    if (-not $script:Capture) { return }
    $culture = [cultureinfo]::InvariantCulture
    $reads = $script:Capture.Reads.ToArray()
    $results = $script:Capture.Results
    $arguments = (ConvertTo-CaptureValue -Value $Given)['table']
    $variables = @{}
    $list = Get-ReadList -Test (@($script:Detections | ForEach-Object { $_.Test }))
    foreach ($name in $list.Variables) { $variables[$name] = [Environment]::GetEnvironmentVariable($name) }
    if ($script:IsRedacted) {
        $reads = @($reads | ForEach-Object {
                $named = "$($_.arguments['Name'])"
                $place = "$($_.arguments['Path'])$($_.arguments['LiteralPath'])"
                if ($place -match '\\Version$') { $named = 'version' }
                $answers = foreach ($one in $_.answers) { Protect-CaptureValue -Tree $one -Name $named }
                @{
                    check     = $_.check
                    command   = $_.command
                    arguments = Protect-CaptureValue -Tree $_.arguments
                    answers   = @($answers)
                }
            })
        $results = @($results | ForEach-Object {
                $_.evidence = Protect-CaptureValue -Tree $_.evidence
                $_
            })
        $arguments = Protect-CaptureValue -Tree $arguments
        $variables = Protect-CaptureValue -Tree $variables
    }
    $pool = @{}
    $texts = New-Object -TypeName 'System.Collections.Generic.List[string]'
    $bytes = 0
    foreach ($read in $reads) {
        $read['numbers'] = foreach ($one in $read.answers) {
            $text = ConvertTo-CaptureText -Value $one
            if (-not $pool.ContainsKey($text)) {
                $pool[$text] = $texts.Count
                $texts.Add($text)
                $bytes += $text.Length
            }
            $pool[$text]
        }
        $bytes += 200 + (ConvertTo-CaptureText -Value $read.arguments).Length
    }
    $gone = @{}
    foreach ($number in @(0..($texts.Count - 1) | Sort-Object -Property { $texts[$_].Length } -Descending)) {
        if ($bytes -lt 4900000) { break }
        $bytes -= $texts[$number].Length
        Add-BundleOmission -Source "capture.json: answer $number" -Reason 'size' -Bytes $texts[$number].Length
        $gone[$number] = $true
        $texts[$number] = 'null'
    }
    # Judged from what was kept, and nothing else.
    $kept = foreach ($read in $reads) {
        if (-not (@($read.numbers) | Where-Object { $gone.ContainsKey($_) })) { $read }
    }
    $replay = New-Recording -Read @($kept) -Absent $script:Capture.Absent -IsReplay
    # The runspace of the detections holds this very table.
    foreach ($name in @($replay.Keys)) { $script:Recording[$name] = $replay[$name] }
    $again = @(Invoke-RecordedDetection)
    $differing = for ($index = 0; $index -lt $results.Count; $index++) {
        $first = $results[$index]
        $second = $again[$index]
        if ("$($first.status) $($first.reason)" -ne "$($second.status) $($second.reason)") { $first.check }
    }
    $head = [ordered]@{
        format      = 'mendsheet-capture/1'
        product     = $script:Product
        version     = $script:Version
        script      = "$script:ScriptName.ps1"
        sha256      = "$((Get-FileHash -LiteralPath $PSCommandPath -Algorithm SHA256).Hash)"
        arguments   = $arguments
        startedUtc  = $script:Capture.Started.ToString('yyyy-MM-ddTHH:mm:ssZ', $culture)
        zone        = [TimeZoneInfo]::Local.ToSerializedString()
        culture     = [cultureinfo]::CurrentCulture.Name
        powershell  = "$($PSVersionTable.PSVersion)"
        environment = $variables
        redacted    = $script:IsRedacted
        absent      = [object[]] $script:Capture.Absent
    }
    $lines = @(
        '{'
        foreach ($name in $head.Keys) { """$name"":$(ConvertTo-CaptureText -Value $head[$name])," }
        '"answers":['
        $texts -join ",`n"
        '],'
        '"reads":['
        @($reads | ForEach-Object {
                $one = [ordered]@{
                    check     = $_.check
                    command   = $_.command
                    arguments = $_.arguments
                    answers   = [object[]] @($_.numbers)
                }
                ConvertTo-CaptureText -Value $one
            }) -join ",`n"
        '],'
        '"results":['
        @($results | ForEach-Object { ConvertTo-CaptureText -Value $_ }) -join ",`n"
        ']'
        '}'
    )
    $path = Join-Path -Path $script:BundleFolder -ChildPath 'capture.json'
    [IO.File]::WriteAllText($path, ($lines -join "`n") + "`n")
    [ordered]@{
        verdictsKept = @($differing).Count -eq 0
        differing    = @($differing)
        reads        = $reads.Count
        seconds      = $script:Capture.Seconds
    }
}
