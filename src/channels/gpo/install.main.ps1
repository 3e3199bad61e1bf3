# The bytes of a file, wherever PowerShell sees it.
function Get-FileByte {
    param([Parameter(Mandatory)] [string] $Path)
    , [IO.File]::ReadAllBytes((Convert-Path -LiteralPath $Path))
}

# What a list starts, as "Startup: name.ps1". Group Policy's editor adds sections of its own, such as
# ScriptsConfig.
function Get-StartedScript {
    param([string] $Text)
    $section = ''
    foreach ($line in $Text -split '\r?\n') {
        if ($line -match '^\s*\[(.*?)\]') { $section = $Matches[1] }
        elseif ($line -match '^\s*\d+CmdLine\s*=(.*)$') { "${section}: $($Matches[1].Trim())" }
        elseif ($line -notmatch '=|^\s*$') { "not a list of scripts: $line" }
    }
}

# The list of scripts for a GPO that has one. It starts what the package starts; what the editor noted stays.
# Nothing where it starts anything but the script of one of these products.
function Merge-ScriptList {
    param(
        [AllowEmptyString()] [string] $Current, [Parameter(Mandatory)] [string] $Wanted,
        [Parameter(Mandatory)] [string[]] $Product
    )
    $ours = @($Product | ForEach-Object { "Startup: $_-startup.ps1" })
    $started, $new = @(Get-StartedScript -Text $Current), @(Get-StartedScript -Text $Wanted)
    if ($started | Where-Object { $_ -notin $ours }) { return }
    if ("$started" -eq "$new") { return $Current }
    if ($started.Count -eq 1 -and $new) {
        # That of the former product; its parameters stay.
        return $Current -replace '(?m)^(\s*\d+CmdLine\s*=\s*)\S+', "`${1}$script:Product-startup.ps1"
    }
    $Wanted + ($Current -replace '(?ms)^\s*\[Startup\].*?(?=^\s*\[|\z)').TrimStart()
}

# The scheduled tasks for a GPO that has some. What ours starts is renewed; its name, times and settings stay as an
# administrator left them, and so do other tasks beside it. Nothing where there are other tasks alone. Ours has the
# id of the package, or starts the script of one of these products.
function Merge-TaskList {
    param(
        [Parameter(Mandatory)] [string] $Current, [Parameter(Mandatory)] [string] $Wanted,
        [Parameter(Mandatory)] [string[]] $Product
    )
    if ($Current -match '<!DOCTYPE') { return }
    $there, $new = foreach ($text in $Current, $Wanted) {
        $document = New-Object -TypeName Xml.XmlDocument
        $document.PreserveWhitespace = $true
        try { $document.LoadXml($text) } catch [Xml.XmlException] { return }
        $document
    }
    $uid = $new.SelectSingleNode('/ScheduledTasks/TaskV2').GetAttribute('uid')
    $run = './/*[local-name()="Exec"]'
    $form = '\\Scripts\\Startup\\({0})-repair\.ps1"?$' -f ($Product -join '|')
    $tasks = @($there.SelectNodes('/ScheduledTasks/*') | Where-Object {
            $_.GetAttribute('uid') -eq $uid -or @($_.SelectNodes("$run/*").ForEach({ $_.InnerText })) -match $form
        })
    if (-not $tasks) {
        if ($there.SelectSingleNode('/ScheduledTasks[not(*)]')) { $Wanted }
        return
    }
    $wantedRun = $new.SelectSingleNode("/ScheduledTasks/TaskV2/$run")
    $runs = @($tasks | ForEach-Object { $_.SelectNodes($run) })
    if (-not $runs) { return $Wanted }
    $stale = @($runs | Where-Object {
            $texts = ($_, $wantedRun).ForEach({ @($_.SelectNodes('*').ForEach({ $_.InnerText })) -join ' ' })
            $texts[0] -ne $texts[1]
        })
    if (-not $stale) { return $Current }
    foreach ($each in $stale) { $each.InnerXml = $wantedRun.InnerXml }
    $there.OuterXml
}

# What a file of the GPO is to hold, as bytes. Nothing where it is somebody else's.
function Get-GpoContent {
    param(
        [Parameter(Mandatory)] [string] $Source, [Parameter(Mandatory)] [string] $Target, [string] $Place,
        [string[]] $Product
    )
    if ($Source -like '*.ps1') { return , (Get-FileByte -Path $Source) }
    $text = [IO.File]::ReadAllText((Convert-Path -LiteralPath $Source))
    $text = $text.Replace('\\DOMAIN\SYSVOL\DOMAIN\Policies\{GPO}', $Place)
    if (Test-Path -LiteralPath $Target) {
        $current = [IO.File]::ReadAllText((Convert-Path -LiteralPath $Target))
        # Where writing broke half-way, the beginning of ours stands there, or nothing.
        $isBroken = $text.StartsWith($current.TrimEnd([char] 0xFFFD), 'Ordinal')
        $text = if ($isBroken) { $text }
        elseif ($Target -like '*.xml') { Merge-TaskList -Current $current -Wanted $text -Product $Product }
        else { Merge-ScriptList -Current $current -Wanted $text -Product $Product }
        if ($null -eq $text) { return }
        if ($text -ceq $current) { return , (Get-FileByte -Path $Target) }
    }
    if ($Target -like '*.xml') { return , [Text.Encoding]::UTF8.GetBytes($text) }
    , [byte[]] ([Text.Encoding]::Unicode.GetPreamble() + [Text.Encoding]::Unicode.GetBytes($text))
}

# Writes a file, and the folders that it stands in.
function Write-FileByte {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [byte[]] $Bytes)
    $folder = Split-Path -Path $Path
    if (-not (Test-Path -LiteralPath $folder)) { $null = New-Item -Path $folder -ItemType Directory }
    $parent = Convert-Path -LiteralPath $folder
    # The editor hides its lists, and Windows makes no new file in place of a hidden one.
    $stream = [IO.File]::Open([IO.Path]::Combine($parent, ($Path -split '\\')[-1]), 'OpenOrCreate')
    try {
        $stream.Write($Bytes, 0, $Bytes.Length)
        $stream.SetLength($Bytes.Length)
    }
    finally { $stream.Dispose() }
}

# Lays the files out as Backup-GPO does, and imports them. So Windows notes what clients have to look at, and
# nobody has to open the editor.
function Import-GpoFile {
    param([Parameter(Mandatory)] [guid] $Id, [hashtable[]] $Copy, [string] $Domain, [string] $Source)
    $info = [xml] [IO.File]::ReadAllText((Convert-Path -LiteralPath "$Source\backup\bkupInfo.xml"))
    $backup = $info.BackupInst.ID
    $root = [IO.Path]::Combine([IO.Path]::GetTempPath(), "Mendsheet-$([guid]::NewGuid())")
    try {
        foreach ($each in $Copy) {
            Write-FileByte -Path "$root\$backup\DomainSysvol\GPO\$($each.File)" -Bytes $each.Bytes
        }
        foreach ($name in 'Backup.xml', 'bkupInfo.xml') {
            Write-FileByte -Path "$root\$backup\$name" -Bytes (Get-FileByte -Path "$Source\backup\$name")
        }
        Write-FileByte -Path "$root\manifest.xml" -Bytes (Get-FileByte -Path "$Source\backup\manifest.xml")
        $null = Import-GPO -BackupId $backup -Path $root -TargetGuid $Id -Domain $Domain
    }
    finally { Remove-Item -LiteralPath $root -Recurse -Force }
}

# Where clients find a GPO.
function Get-GpoPath {
    param([string] $Domain, [guid] $Id)
    "\\$Domain\SYSVOL\$Domain\Policies\$($Id.ToString('B').ToUpperInvariant())"
}

# What is to be written into a GPO: path below it and bytes. Nothing, with a notice, where the GPO or this package
# forbids it.
function Get-GpoCopy {
    param([string] $Source, [string] $Target, [string] $Place, [string[]] $Product)
    $copies = @()
    foreach ($file in $script:Files) {
        if (-not (Test-Path -LiteralPath "$Source\$file")) { continue }
        if ($file -like '*.ps1' -and -not (Test-SignedScript -Path "$Source\$file")) {
            Write-Notice -Key 'gpoNotSigned' -With @{ Path = "$Source\$file" }
            return
        }
        $at = @{ Source = "$Source\$file"; Target = "$Target\$file"; Place = $Place }
        $bytes = Get-GpoContent @at -Product $Product
        if ($null -eq $bytes) {
            Write-Notice -Key 'gpoForeign' -With @{ Path = "$Target\$file" }
            return
        }
        $copies += @{ File = $file; Bytes = $bytes }
    }
    , $copies
}

# The GPO of that name; nothing where the domain has none. No other answer is a reason to make one.
function Find-Gpo {
    param([string] $Name, [string] $Domain)
    try { Get-GPO -Name $Name -Domain $Domain }
    catch { if ($_.FullyQualifiedErrorId -notmatch '^GpoWithNameNotFound(,|$)') { throw } }
}

# Whether a GPO has one of these products. One whose folder nobody may read here counts as having none.
function Test-GpoProduct {
    [OutputType([bool])]
    param([psobject] $Gpo, [string] $Domain, [string[]] $Product)
    $folder = "$(Get-GpoPath -Domain $Domain -Id $Gpo.Id)\Machine\Scripts\Startup"
    $files = @($Product | ForEach-Object { "$folder\$_-repair.ps1" })
    @(Test-Path -LiteralPath $files -ErrorAction Ignore) -contains $true
}

# Makes the GPO of that name and fills it, or fills one that has no settings yet; sets the exit code.
function Install-NewGpo {
    [CmdletBinding(SupportsShouldProcess)]
    param([psobject] $Gpo, [string] $Name, [string] $Domain, [string] $Source)
    # Before there is an object: whether this package can be used at all.
    if ($null -eq (Get-GpoCopy -Source $Source -Target "$Source\none" -Place 'none')) { return }
    $script:ExitCode = 0
    if (-not $PSCmdlet.ShouldProcess($Name, 'Make and fill a Group Policy object')) { return }
    if (-not $Gpo) { $Gpo = New-GPO -Name $Name -Domain $Domain }
    $copy = Get-GpoCopy -Source $Source -Target "$Source\none" -Place (Get-GpoPath -Domain $Domain -Id $Gpo.Id)
    Import-GpoFile -Id $Gpo.Id -Copy $copy -Domain $Domain -Source $Source
    Write-Notice -Key 'gpoImported' -With @{ Name = $Name; Count = $copy.Count }
}

# The domain that the folder of a GPO belongs to. On a domain controller, the folder "domain" is one of any name.
function Get-PathDomain {
    param([string] $Path)
    $form = '\\SYSVOL\\([A-Za-z0-9][A-Za-z0-9.-]*)\\Policies\\[^\\]+$'
    if ($Path -match $form -and $Matches[1] -ne 'domain') { $Matches[1] }
}

# Whether the machine half of a GPO has a version above 0, without which clients read none of its lists.
function Test-GpoVersion {
    param([string] $Path)
    $text = [IO.File]::ReadAllText((Convert-Path -LiteralPath $Path))
    $text -match '(?m)^\s*Version\s*=\s*(\d+)\s*$' -and ([long] $Matches[1] -band 0xFFFF) -gt 0
}

# Looks at everything first, so that a GPO is left as it was or gets all files; sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param([string] $GpoPath, [string] $Name, [string] $Domain, [string] $Source, [string] $FormerProduct)
    $script:ExitCode = 64
    $products = @(@($script:Product, $FormerProduct) -ne '')
    if ($Name) {
        if ($Domain -notmatch '^[A-Za-z0-9][A-Za-z0-9.-]*$') { return Write-Notice -Key 'gpoNoDomain' }
        $script:ExitCode = 1
        if (-not (Get-Command -Name 'Import-GPO' -ErrorAction SilentlyContinue)) {
            return Write-Notice -Key 'gpoNoModule'
        }
        $there = Find-Gpo -Name $Name -Domain $Domain
        $isEmpty = $there -and $there.Computer.DSVersion -eq 0 -and $there.User.DSVersion -eq 0
        $with = @{ Domain = $Domain; Product = $products }
        $isOurs = $there -and (Test-GpoProduct @with -Gpo $there)
        if (-not $isEmpty -and -not $isOurs) {
            # Somebody may have renamed it.
            $others = @(Get-GPO -All -Domain $Domain | Where-Object { Test-GpoProduct @with -Gpo $_ })
            $names = ($others | ForEach-Object { $_.DisplayName }) -join ', '
            if ($others -and ($there -or $others.Count -gt 1)) {
                return Write-Notice -Key 'gpoElsewhere' -With @{ Names = $names }
            }
            if ($others) {
                $there = $others[0]
                Write-Notice -Key 'gpoFound' -With @{ Name = $names }
            }
        }
        # An import takes away what the object has, so only an empty one is filled by it.
        if (-not $there -or $isEmpty) {
            return Install-NewGpo -Gpo $there -Name $Name -Domain $Domain -Source $Source
        }
        $GpoPath = Get-GpoPath -Domain $Domain -Id $there.Id
    }
    $script:ExitCode = 64
    $gpo = $GpoPath.TrimEnd('\')
    # The administrator's own domain may be another one.
    if (-not $Name) { $Domain = Get-PathDomain -Path $gpo }
    $id = ($gpo -split '\\')[-1] -as [guid]
    if (-not $id -or -not $Domain -or $gpo -notlike '*}' -or -not (Test-Path -LiteralPath "$gpo\GPT.INI")) {
        return Write-Notice -Key 'gpoNotFound' -With @{ Path = $GpoPath }
    }
    $script:ExitCode = 1
    $place = Get-GpoPath -Domain $Domain -Id $id
    $copies = Get-GpoCopy -Source $Source -Target $gpo -Place $place -Product $products
    if ($null -eq $copies) { return }
    $changed = @($copies | Where-Object {
            $path = "$gpo\$($_.File)"
            -not (Test-Path -LiteralPath $path) -or
            [BitConverter]::ToString((Get-FileByte -Path $path)) -ne [BitConverter]::ToString($_.Bytes)
        })
    foreach ($copy in $changed) {
        $path = "$gpo\$($copy.File)"
        if ($PSCmdlet.ShouldProcess($path)) { Write-FileByte -Path $path -Bytes $copy.Bytes }
    }
    $script:ExitCode = 0
    if ($WhatIfPreference) { return }
    # Scripts are read at each start; lists and tasks only after the GPO has a new version.
    $noted = @($changed | Where-Object { $_.File -notlike '*.ps1' })
    $key = if ($noted -or -not (Test-GpoVersion -Path "$gpo\GPT.INI")) { 'gpoDone' } else { 'gpoRenewed' }
    Write-Notice -Key $key -With @{ Count = $changed.Count }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    Invoke-Installer -With @{
        GpoPath = $GpoPath; Name = $Name; Domain = $Domain; Source = $PSScriptRoot; FormerProduct = $FormerProduct
    }
    exit $script:ExitCode
}
