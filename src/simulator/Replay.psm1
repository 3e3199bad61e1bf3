# A script of the product on a PC that is not there: whatever its detections read is answered from a capture, and a read that
# was not captured ends its check as Unknown. Nothing of this machine answers. The parts that record on a PC replay here.

Set-StrictMode -Version 3.0

# Loads a script as a module: its main is skipped, and what its detections read waits for a capture. Parts: the folder
# templates/ps1/parts/capture.
function Import-Replay {
    param([Parameter(Mandatory)] [string] $Script, [Parameter(Mandatory)] [string] $Parts, [hashtable] $Parameter = @{})
    Remove-Module -Name Replay.Script -Force -ErrorAction Ignore
    New-Module -Name Replay.Script -ArgumentList $Script, $Parts, $Parameter -ScriptBlock {
        param($path, $parts, $parameter)
        . $path @parameter
        # The script of the PC has parts of its own, made with its text.
        if (-not (Test-Path -Path function:Invoke-Recorded)) {
            foreach ($part in Get-ChildItem -LiteralPath $parts -Filter '*.ps1') { . $part.FullName }
        }
        $script:ReadList = $null
        $script:IncludeNetworkTests = $false
        $script:Findings = [Collections.Generic.List[object]]::new()
        $script:Recording = New-Recording -IsReplay
        $script:Uncaptured = @()
        function Start-Sleep { [CmdletBinding()] param([double] $Seconds, [int] $Milliseconds) $null = $Seconds, $Milliseconds }
        function Join-Path {
            [CmdletBinding()] param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $ChildPath)
            $Path.TrimEnd('\') + '\' + $ChildPath.TrimStart('\')
        }
        function Split-Path {
            [CmdletBinding()]
            param([Parameter(Mandatory, Position = 0)] [string] $Path, [switch] $Leaf, [switch] $Parent)
            $null = $Parent
            $at = $Path.LastIndexOfAny([char[]] '\/')
            if ($Leaf) { $Path.Substring($at + 1) } elseif ($at -gt 0) { $Path.Substring(0, $at) } else { '' }
        }
        function Test-OnWindows { [CmdletBinding()] param() $true }
        # In this process, which whoever started it ends when it takes too long.
        function Invoke-TestWithLimit {
            [CmdletBinding()]
            param([scriptblock] $Test, [int] $TimeoutSeconds)
            $null = $TimeoutSeconds
            try { & $Test } catch { $_ }
        }
        if (Test-Path -Path variable:script:Detections) { return }
        # A run notes in its rows what a repair cannot mend, and ends; here the next PC follows.
        $script:Repairable = @{}
        foreach ($row in $script:Checks) { $script:Repairable[$row.Id] = $row.Repairable }
        $script:OfScript = @{ Machine = ${function:Get-Machine}; Detection = ${function:Invoke-Detection} }
        $tests = @($script:Checks | ForEach-Object { $_.Test }) + @({ Get-Machine })
        Start-Recording -Test $tests
        function Get-Machine {
            [CmdletBinding()] param()
            $script:Recording.Check = '-'
            $script:Unseen = @()
            try { & $script:OfScript.Machine }
            catch {
                # Which checks are meant for such a PC, nobody can say. What was captured of it may be no look at a PC at all.
                $script:Unseen = @(if ($script:Recording.Missing.Count -gt 0) { $script:Recording.Missing } else { 'Get-Machine' })
                [pscustomobject]@{ Build = 0; Revision = 0; EditionId = ''; Kind = 'client'; Architecture = ''; Account = 'user'; Elevated = $false }
            }
            finally { $script:Recording.Check = '' }
        }
        function Invoke-Detection {
            param([hashtable] $Row, [psobject] $Machine)
            $script:Recording.Check = $Row.Id
            $script:Recording.Missing.Clear()
            try { $finding = & $script:OfScript.Detection -Row $Row -Machine $Machine }
            finally { $script:Recording.Check = '' }
            # A variable that the PC lacks is in its capture, without a value.
            $variables = @(if ($script:Uncaptured) {
                    (Get-ReadList -Test $Row.Test).Variables | Where-Object { $_ -in $script:Uncaptured } | ForEach-Object { "`$env:$_" }
                })
            $missing = @($script:Unseen + $script:Recording.Missing + $variables | Select-Object -Unique)
            if ($missing) { $finding = New-Finding -Status Unknown -Reason notCaptured -Evidence @{ Reads = $missing } }
            $script:Findings.Add(@{
                    check = $Row.Id; status = $finding.Status; reason = [string] $finding.Reason; hresults = @($finding.HResult)
                    missing = $missing
                })
            $finding
        }
        if (Test-Path -Path variable:script:Messages) {
            $script:Messages['en']['notCaptured'] = 'The bundle does not hold what this check reads: {Reads}.'
            if ($script:Messages.ContainsKey('ja')) {
                $script:Messages['ja']['notCaptured'] = [regex]::Unescape('\u30d0\u30f3\u30c9\u30eb\u306b\u3001\u3053\u306e\u30c1\u30a7\u30c3\u30af\u304c\u8aad\u307f\u53d6\u308b\u60c5\u5831\u304c\u542b\u307e\u308c\u3066\u3044\u307e\u305b\u3093: {Reads}')
            }
        }
    }
}

# The reads with their answers in place of numbers. One whose answer did not fit into the capture is none.
function Get-CapturedRead {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Capture)
    foreach ($read in $Capture['reads']) {
        $answers = @(foreach ($number in $read['answers']) { $Capture['answers'][$number] })
        if ($answers.Count -eq 0 -or $answers -contains $null) { continue }
        @{ check = $read['check']; command = $read['command']; arguments = $read['arguments']; answers = $answers }
    }
}

# Zone, culture and folders of that PC, for this process.
function Set-ReplayPlace {
    param([Parameter(Mandatory)] [Collections.IDictionary] $Capture)
    foreach ($name in 'SystemRoot', 'SystemDrive', 'ProgramData', 'ProgramFiles', 'windir') {
        # On Windows this process finds its libraries by them, so no bundle may lead it to a share.
        $value = if ("$($Capture['environment'][$name])" -match '^[A-Za-z]:(\\[^\\/:*?"<>|]+)*\\?$') { $Capture['environment'][$name] }
        [Environment]::SetEnvironmentVariable($name, $value)
    }
    [cultureinfo]::CurrentCulture = $Capture['culture']
    # .NET has no other way to be elsewhere than in the zone of its machine.
    $zone = [TimeZoneInfo]::FromSerializedString($Capture['zone'])
    $cache = [TimeZoneInfo].GetField('s_cachedData', 'NonPublic, Static').GetValue($null)
    $cache.GetType().GetField('_localTimeZone', 'NonPublic, Instance').SetValue($cache, $zone)
}

# Runs the script over a capture, which is in tables as capture.schema.json has it: { Results (check, status, reason, hresults,
# missing), Code, Lines }. Format: as -OutputFormat has it.
function Invoke-Replay {
    param(
        [Parameter(Mandatory)] [psmoduleinfo] $Module,
        [Parameter(Mandatory)] [Collections.IDictionary] $Capture,
        [string] $Format = 'Json',
        [hashtable] $Parameter = @{}
    )
    Set-ReplayPlace -Capture $Capture
    & $Module {
        param($reads, $absent, $variables, $format, $parameter)
        $script:Recording = New-Recording -Read $reads -Absent $absent -IsReplay
        if (Test-Path -Path variable:script:Detections) {
            $results = @(try { Invoke-RecordedDetection }
                catch {
                    # The look at the PC itself failed, without which no check is tried.
                    foreach ($row in $script:Detections) { @{ check = $row.Id; status = 'Unknown'; reason = 'notCaptured'; hresults = @() } }
                })
            return [pscustomobject]@{ Results = $results; Code = 0; Lines = @() }
        }
        $script:Uncaptured = @($script:ReadList.Variables | Where-Object { $_ -notin $variables })
        $script:Findings.Clear()
        foreach ($row in $script:Checks) { $row.Repairable = $script:Repairable[$row.Id] }
        $script:Notices = @()
        $script:OutputFormat = $format
        $written = @(Invoke-Main @parameter 6>&1)
        [pscustomobject]@{ Results = $script:Findings.ToArray(); Code = $script:ExitCode; Lines = @($written | ForEach-Object { "$_" }) }
    } @(Get-CapturedRead -Capture $Capture) @($Capture['absent']) @($Capture['environment'].Keys) $Format $Parameter
}

# The fewest reads, and the fewest parts of long answers, over which a check still finds the same: a capture as text.
function Compress-Capture {
    param([Parameter(Mandatory)] [psmoduleinfo] $Module, [Parameter(Mandatory)] [Collections.IDictionary] $Capture, [Parameter(Mandatory)] [string] $Check)
    $judge = {
        param($reads)
        $trial = Join-CapturedRead -Capture $Capture -Read $reads
        $found = @((Invoke-Replay -Module $Module -Capture $trial -Parameter @{ Check = $Check }).Results)
        "$($found[0].status) $($found[0].reason) $($found[0].hresults)"
    }
    $reads = @(Get-CapturedRead -Capture $Capture)
    $wanted = & $judge $reads
    $own = @($reads | Where-Object { $_.check -in '-', $Check })
    if ((& $judge $own) -eq $wanted) { $reads = $own }
    foreach ($read in $reads) {
        $fewer = @($reads | Where-Object { -not [object]::ReferenceEquals($_, $read) })
        if ((& $judge $fewer) -eq $wanted) { $reads = $fewer }
    }
    # Answers can be shared, so each read gets its own.
    foreach ($read in $reads) { $read.answers = @($read.answers | ForEach-Object { @{} + $_ }) }
    foreach ($read in $reads) {
        foreach ($answer in $read.answers) {
            for ($size = [math]::Ceiling($answer.output.Count / 2); $size -ge 1 -and $answer.output.Count -gt 1; $size = [math]::Floor($size / 2)) {
                for ($at = 0; $at -lt $answer.output.Count;) {
                    $whole = $answer.output
                    $answer.output = @(for ($index = 0; $index -lt $whole.Count; $index++) { if ($index -lt $at -or $index -ge $at + $size) { , $whole[$index] } })
                    if ((& $judge $reads) -eq $wanted) { continue }
                    $answer.output = $whole
                    $at += $size
                }
            }
        }
    }
    $less = Join-CapturedRead -Capture $Capture -Read $reads
    $less['results'] = @($Capture['results'] | Where-Object { $_['check'] -eq $Check })
    & $Module { ConvertTo-CaptureText -Value $args[0] } $less
}

# A capture with these reads in place of its own.
function Join-CapturedRead {
    param([Collections.IDictionary] $Capture, [object[]] $Read)
    $joined = @{}
    foreach ($name in @($Capture.GetEnumerator() | ForEach-Object { $_.Key })) { $joined[$name] = $Capture[$name] }
    $answers = [Collections.Generic.List[object]]::new()
    $joined['reads'] = @(foreach ($one in $Read) {
            $numbers = @(foreach ($answer in $one.answers) {
                    $answers.Count
                    $answers.Add($answer)
                })
            @{ check = $one.check; command = $one.command; arguments = $one.arguments; answers = $numbers }
        })
    $joined['answers'] = $answers.ToArray()
    $joined
}

# A capture as text, in tables. Its dates stay texts.
function ConvertFrom-CaptureJson {
    param([Parameter(Mandatory)] [string] $Text)
    ConvertFrom-Json -InputObject $Text -AsHashtable -DateKind String -Depth 64
}

Export-ModuleMember -Function Import-Replay, Set-ReplayPlace, Invoke-Replay, Compress-Capture, ConvertFrom-CaptureJson
