# Values of this person's registry, and nothing else: not even that person's own journal leads undo anywhere else.
function Test-JournalEntry {
    param([Parameter(Mandatory)] [psobject] $Entry)
    $data = @(
        'absent|no-key|REG_(?:DWORD|QWORD):0x[0-9a-f]{1,16}|REG_BINARY:(?:[0-9A-F]{2})*'
        'REG_(?:SZ|EXPAND_SZ|MULTI_SZ):[\s\S]*'
    ) -join '|'
    $Entry.Action -ceq 'registry-value' -and (Test-RegistryTarget -Target $Entry.Target) -and
    $Entry.Before -cmatch "\A(?:$data)\z" -and $Entry.After -cmatch "\A(?:$data)\z"
}
