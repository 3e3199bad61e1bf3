# The bytes of a file, wherever PowerShell sees it.
function Get-FileByte {
    param([Parameter(Mandatory)] [string] $Path)
    , [IO.File]::ReadAllBytes((Convert-Path -LiteralPath $Path))
}

# What a list starts, as "Startup: name.ps1". Group Policy's editor adds sections of its own, such as
# ScriptsConfig.
function Get-StartedScript {
    param([AllowEmptyString()] [string] $Text)
    $section = ''
    foreach ($line in $Text -split '\r?\n') {
        if ($line -match '^\s*\[(.*?)\]') { $section = $Matches[1] }
        elseif ($line -match '^\s*\d+CmdLine\s*=(.*)$') { "${section}: $($Matches[1].Trim())" }
        elseif ($line -notmatch '=|^\s*$') { "not a list of scripts: $line" }
    }
}

# The list of scripts for a GPO that has one. It starts what the package starts; what the editor noted stays.
# Nothing where it starts anything else.
function Merge-ScriptList {
    param([AllowEmptyString()] [string] $Current, [Parameter(Mandatory)] [string] $Wanted)
    $started = @(Get-StartedScript -Text $Current)
    if ($started -ne "Startup: $script:Product-startup.ps1") { return }
    if ("$started" -eq "$(@(Get-StartedScript -Text $Wanted))") { return $Current }
    $Wanted + ($Current -replace '(?ms)^\s*\[Startup\].*?(?=^\s*\[|\z)').TrimStart()
}

# The scheduled tasks for a GPO that has some. What our task starts is renewed; its times and settings stay as an
# administrator left them, and so do other tasks beside it. Nothing where there are other tasks alone.
function Merge-TaskList {
    param([Parameter(Mandatory)] [string] $Current, [Parameter(Mandatory)] [string] $Wanted)
    if ($Current -match '<!DOCTYPE') { return }
    $there, $new = foreach ($text in $Current, $Wanted) {
        $document = New-Object -TypeName Xml.XmlDocument
        $document.PreserveWhitespace = $true
        $document.LoadXml($text)
        $document
    }
    $ours = $new.SelectSingleNode('/ScheduledTasks/TaskV2')
    $task = $there.SelectNodes('/ScheduledTasks/*') |
        Where-Object -FilterScript { $_.GetAttribute('uid') -eq $ours.GetAttribute('uid') }
    if (-not $task) {
        if ($there.SelectSingleNode('/ScheduledTasks[not(*)]')) { $Wanted }
        return
    }
    $runs = foreach ($each in $task, $ours) {
        $each.SelectSingleNode('.//*[local-name()="Exec"]')
    }
    if (@($runs).Count -lt 2) { return $Wanted }
    $texts = $runs.ForEach({ @($_.SelectNodes('*').ForEach({ $_.InnerText })) -join ' ' })
    if ($texts[0] -eq $texts[1]) { return $Current }
    $runs[0].InnerXml = $runs[1].InnerXml
    $there.OuterXml
}

# What a file of the GPO is to hold, as bytes. Nothing where it is somebody else's.
function Get-GpoContent {
    param([Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Target, [string] $Place)
    if ($Source -like '*.ps1') { return , (Get-FileByte -Path $Source) }
    $text = [IO.File]::ReadAllText((Convert-Path -LiteralPath $Source))
    $text = $text.Replace('\\DOMAIN\SYSVOL\DOMAIN\Policies\{GPO}', $Place)
    if (Test-Path -LiteralPath $Target) {
        $current = [IO.File]::ReadAllText((Convert-Path -LiteralPath $Target))
        $text = if ($Target -like '*.xml') { Merge-TaskList -Current $current -Wanted $text }
        else { Merge-ScriptList -Current $current -Wanted $text }
        if ($null -eq $text) { return }
        if ($text -ceq $current) { return , (Get-FileByte -Path $Target) }
    }
    if ($Target -like '*.xml') { return , [Text.Encoding]::UTF8.GetBytes($text) }
    , [byte[]] ([Text.Encoding]::Unicode.GetPreamble() + [Text.Encoding]::Unicode.GetBytes($text))
}

# Looks at everything first, so that a GPO is left as it was or gets all files; sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $GpoPath, [string] $Domain, [string] $Source)
    $script:ExitCode = 64
    $gpo = $GpoPath.TrimEnd('\')
    $name = ($gpo -split '\\')[-1]
    $isGpo = $name -match '^\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}$'
    if (-not $isGpo -or -not (Test-Path -LiteralPath "$gpo\GPT.INI")) {
        return Write-Notice -Key 'gpoNotFound' -With @{ Path = $GpoPath }
    }
    if ($Domain -notmatch '^[A-Za-z0-9][A-Za-z0-9.-]*$') { return Write-Notice -Key 'gpoNoDomain' }
    $place = "\\$Domain\SYSVOL\$Domain\Policies\$name"
    $script:ExitCode = 1
    $copies = foreach ($file in $script:Files) {
        if (-not (Test-Path -LiteralPath "$Source\$file")) { continue }
        $isScript = $file -like '*.ps1'
        if ($isScript -and -not (Test-SignedScript -Path "$Source\$file")) {
            return Write-Notice -Key 'gpoNotSigned' -With @{ Path = "$Source\$file" }
        }
        $bytes = Get-GpoContent -Source "$Source\$file" -Target "$gpo\$file" -Place $place
        if ($null -eq $bytes) { return Write-Notice -Key 'gpoForeign' -With @{ Path = "$gpo\$file" } }
        if (Test-Path -LiteralPath "$gpo\$file") {
            $there = [BitConverter]::ToString((Get-FileByte -Path "$gpo\$file"))
            if ($there -eq [BitConverter]::ToString($bytes)) { continue }
        }
        @{ Path = "$gpo\$file"; Bytes = $bytes }
    }
    foreach ($copy in $copies) {
        if (-not $PSCmdlet.ShouldProcess($copy.Path)) { continue }
        $folder = Split-Path -Path $copy.Path
        if (-not (Test-Path -LiteralPath $folder)) { $null = New-Item -Path $folder -ItemType Directory }
        $parent = Convert-Path -LiteralPath $folder
        # The editor hides its lists, and Windows makes no new file in place of a hidden one.
        $stream = [IO.File]::Open([IO.Path]::Combine($parent, ($copy.Path -split '\\')[-1]), 'OpenOrCreate')
        try {
            $stream.Write($copy.Bytes, 0, $copy.Bytes.Length)
            $stream.SetLength($copy.Bytes.Length)
        }
        finally { $stream.Dispose() }
    }
    $script:ExitCode = 0
    if ($WhatIfPreference) { return }
    # Scripts are read at each start; lists and tasks only after the GPO has a new version.
    $noted = @($copies | Where-Object -FilterScript { $_.Path -notlike '*.ps1' })
    $key = if ($noted) { 'gpoDone' } else { 'gpoRenewed' }
    Write-Notice -Key $key -With @{ Count = @($copies).Count }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        if ($script:ExitCode -eq 0) { Invoke-Main -GpoPath $GpoPath -Domain $Domain -Source $PSScriptRoot }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    exit $script:ExitCode
}
