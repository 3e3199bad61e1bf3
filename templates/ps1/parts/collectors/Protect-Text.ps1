# A text with pseudonyms in place of names. What a detection tells by its form keeps it: who is a person's SID,
# which address a PC gave itself. Name is what the text is called where it comes from, as with a value of the
# registry.
function Protect-Text {
    param([string] $Text, [string] $Name = '', [switch] $IsVersion)
    if ($Name) {
        foreach ($kind in $script:RedactionLabel.Keys) {
            if (-not $script:RedactionLabel[$kind].IsMatch($Name)) { continue }
            # What else has such a name has another form.
            $isValue = switch ($kind) {
                'id' { $Text -match '\A\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?\z' }
                'mac' { $Text -match '\A(?:[0-9a-f]{2}[:.-]?){5,7}[0-9a-f]{2}\z' }
                'serial' { $Text -match '\d' }
                { $_ -in 'computer', 'domain' } { $Text -match '\A[\p{L}\p{N}_][\p{L}\p{N}_.-]*\z' }
                default { $true }
            }
            if (-not $isValue -and $kind -in 'computer', 'domain') {
                # A port, or several of them: as a log has it.
                $labelled = Protect-Text -Text "$Name=$Text"
                if ($labelled.StartsWith("$Name=")) { return $labelled.Substring($Name.Length + 1) }
            }
            if (-not $isValue) { continue }
            $pseudonym = Get-Pseudonym -Kind $kind -Value $Text
            if ($pseudonym -cne $Text) { Add-RedactionCount -Kind $kind -Text $pseudonym }
            return $pseudonym
        }
    }
    $form = @{ IsVersion = $IsVersion }
    $replace = {
        param($match)
        $spans = @(Get-RedactionSpan -Match $match @form)
        $result = $match.Value
        for ($number = $spans.Count - 1; $number -ge 0; $number--) {
            $at = $spans[$number].Index - $match.Index
            $rest = $result.Substring($at + $spans[$number].Length)
            $result = $result.Substring(0, $at) + $spans[$number].Text + $rest
        }
        $result
    }
    # A pseudonym can leave a name beside it that was a part of a longer word before.
    for ($round = 0; $round -lt 9; $round++) {
        $before = $Text
        # Nearly every text. PowerShell compiles a block for each call that takes one.
        if (-not $script:RedactionPattern.IsMatch($before)) { break }
        $Text = $script:RedactionPattern.Replace($before, $replace)
        if ($Text -ceq $before) { break }
    }
    $Text
}
